import { guardSpec } from "../../../src/spec/guard/guard-spec.ts";
import type { JsonObject } from "../../../src/spec/json.ts";

/** What the guard says of a document, one line each: `severity rule pointer`. */
export function rulesFound(document: JsonObject): string[] {
  return guardSpec(document).map(({ severity, rule, pointer }) => `${severity} ${rule} ${pointer}`);
}
