import { kebabCase } from "./identifier.ts";

/** The name of a stand-alone package: `Pet Store` → `pet-store-client`. The ending keeps it apart from Node's own modules. */
export function packageName(title: string): string {
  const name = kebabCase(title, "api");
  return name.endsWith("-client") ? name : `${name}-client`;
}
