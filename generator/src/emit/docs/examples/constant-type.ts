import type { Json } from "../../../spec/json.ts";

/** The one value of a type that is written as JSON, such as the type of a `const`; undefined for any other type. */
export function constantType(source: string): Json | undefined {
  if (source.startsWith("(")) return undefined;
  try {
    return JSON.parse(source) as Json;
  } catch {
    return undefined;
  }
}
