import { readFileSync, writeFileSync } from "node:fs";
import { parseDocument } from "yaml";

/**
 * Writes a later edition of a spec: a task tells in which region it ran.
 * @param from absolute path of the spec
 * @param to absolute path of the edition
 */
export function changeSpec(from: string, to: string): void {
  const document = parseDocument(readFileSync(from, "utf8"));
  document.setIn(["components", "schemas", "TaskStatus", "properties", "region"], {
    type: "string",
    description: "The region in which the task ran.",
    example: "eu-central-1",
  });
  writeFileSync(to, document.toString({ lineWidth: 0 }));
}
