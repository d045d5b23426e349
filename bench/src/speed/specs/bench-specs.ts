import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { repository } from "../repository.ts";
import type { BenchSpec } from "./bench-spec.ts";
import { wholeBeta } from "./whole-beta.ts";

/** The specs, as files in `folder`: each tool gets the same bytes. The whole beta spec only where `SAILKIT_SPECS` has it. */
export function benchSpecs(folder: string): BenchSpec[] {
  const fromRepository = (name: string, file: string) =>
    write(folder, name, readFileSync(path.join(repository, file), "utf8"), "yaml");
  const whole = wholeBeta();
  return [
    fromRepository("tiny", "generator/test/fixtures/features/nullable-3-0.yaml"),
    fromRepository("task-management", "spec/openapi.beta.yaml"),
    ...(whole ? [write(folder, "whole-beta", JSON.stringify(whole), "json")] : []),
  ];
}

function write(folder: string, name: string, text: string, extension: string): BenchSpec {
  const file = path.join(folder, `${name}.${extension}`);
  const changed = path.join(folder, `${name}-changed.${extension}`);
  writeFileSync(file, text);
  writeFileSync(changed, text.replace(/("?operationId"?:\s*"?)(\w+)/, "$1renamed$2"));
  return { name, file, changed };
}
