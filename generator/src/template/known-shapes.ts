import { readFileSync } from "node:fs";
import { inRepository } from "../config/in-repository.ts";
import { readVariableTable } from "./variables/read-variable-table.ts";
import { type VariableShape, variableShapes } from "./variables/variable-shape.ts";

/** What templates can print, by the table in the README of ours. */
export function knownShapes(): ReadonlyMap<string, VariableShape> {
  return variableShapes(readVariableTable(readFileSync(inRepository("templates/README.md"), "utf8")));
}
