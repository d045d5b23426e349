import { readFileSync } from "node:fs";
import path from "node:path";
import { isObject, type Json } from "../../spec/json.ts";
import type { SdkDocs, SdkMethod } from "./sdk-docs.ts";

/**
 * Reads the file that says which methods of the sdk stand for which operations: `package`, and `operations`, by
 * operationId a list of `{method, description, code}`.
 *
 * @throws Error naming the file and the place that is not as it should be
 */
export async function readSdkDocs(file: string): Promise<SdkDocs> {
  const { parse } = await import("yaml");
  const value = parse(readFileSync(file, "utf8")) as Json;
  const fail = (place: string, wanted: string): never => {
    throw new Error(`${path.basename(file)}: ${place} must be ${wanted}. See "sdk.*.yaml" in spec/README.md.`);
  };
  const text = (given: Json | undefined, place: string) => (typeof given === "string" ? given : fail(place, "text"));
  if (!isObject(value)) return fail("the document", "an object");
  const operations = isObject(value.operations) ? value.operations : fail("operations", "an object");
  const entries = Object.entries(operations).map(([id, methods]): [string, SdkMethod[]] => {
    const place = `operations.${id}`;
    if (!Array.isArray(methods)) return fail(place, "a list");
    return [
      id,
      methods.map((method, index) => {
        const at = `${place}[${index}]`;
        if (!isObject(method)) return fail(at, "an object");
        return {
          method: text(method.method, `${at}.method`),
          description: text(method.description, `${at}.description`),
          code: text(method.code, `${at}.code`).trim(),
        };
      }),
    ];
  });
  return { package: text(value.package, "package"), operations: Object.fromEntries(entries) };
}
