import { encodeText } from "./encode-text.ts";

/** `name=value` pairs, arrays as repeated names: style form, exploded. Undefined and null are left out. */
export function serializeQuery(query: Record<string, unknown>): string {
  return Object.entries(query)
    .flatMap(([name, value]) =>
      [value]
        .flat()
        .filter((item) => item != null)
        .map((item) => `${encodeText(name)}=${encodeText(item)}`),
    )
    .join("&");
}
