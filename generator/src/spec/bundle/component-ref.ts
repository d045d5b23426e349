import { toPointer } from "../json-pointer.ts";

/** The normal form of a reference to a component. A literal `%` is written `%25`, as in any URI fragment. */
export function componentRef(section: string, name: string): string {
  return `#${toPointer(["components", section, name]).replaceAll("%", "%25")}`;
}
