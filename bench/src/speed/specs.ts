import { existsSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** A spec to measure on. */
export interface BenchSpec {
  readonly name: string;
  readonly file: string;
  /** The same spec with one operation renamed. */
  readonly changed: string;
}

const repository = path.resolve(import.meta.dirname, "../../..");

/** The specs, as files in `folder`: each tool gets the same bytes. The whole beta spec only where `SAILKIT_SPECS` has it. */
export function benchSpecs(folder: string): BenchSpec[] {
  const specs = [
    write(
      folder,
      "tiny",
      readFileSync(path.join(repository, "generator/test/fixtures/features/nullable-3-0.yaml"), "utf8"),
      "yaml",
    ),
    write(folder, "task-management", readFileSync(path.join(repository, "spec/openapi.beta.yaml"), "utf8"), "yaml"),
  ];
  const whole = path.join(process.env.SAILKIT_SPECS ?? "", "sailpoint-beta-2026-08-22.json.gz");
  if (process.env.SAILKIT_SPECS === undefined || !existsSync(whole)) {
    console.warn("SAILKIT_SPECS is not set: the whole beta spec, which the targets are about, is left out.");
    return specs;
  }
  const document = JSON.parse(gunzipSync(readFileSync(whole)).toString()) as Record<string, unknown>;
  // It refers to files that do not exist; peers give up on it, sailkit does not look.
  delete document["x-webhooks"];
  return [...specs, write(folder, "whole-beta", JSON.stringify(document), "json")];
}

function write(folder: string, name: string, text: string, extension: string): BenchSpec {
  const file = path.join(folder, `${name}.${extension}`);
  const changed = path.join(folder, `${name}-changed.${extension}`);
  writeFileSync(file, text);
  writeFileSync(changed, text.replace(/("?operationId"?:\s*"?)(\w+)/, "$1renamed$2"));
  return { name, file, changed };
}
