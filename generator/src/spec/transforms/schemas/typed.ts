import type { JsonObject } from "../../json.ts";

/** Key under which a converted schema carries TypeScript source for the type emitter. */
export const TYPE_KEY = "x-sailkit-type";

/** A converted schema that is printed as it stands. */
export function typed(source: string): JsonObject {
  return { type: "string", [TYPE_KEY]: source };
}
