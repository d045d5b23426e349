import { fromPointer } from "../../spec/json-pointer.ts";
import type { Change } from "../change.ts";
import { oneLine } from "../one-line.ts";

/** Changes that belong together for a reader. */
export interface ChangeGroup {
  /** Id of an operation, name of a schema, or what else it is about. */
  readonly title: string;
  readonly changes: readonly Change[];
}

/** Groups changes by the operation they belong to; those of several by the schema or component they stand in. */
export function groupChanges(changes: readonly Change[]): ChangeGroup[] {
  const groups = new Map<string, Change[]>();
  for (const change of changes) {
    const title = oneLine(titleOf(change));
    const group = groups.get(title);
    if (group) group.push(change);
    else groups.set(title, [change]);
  }
  return [...groups].map(([title, group]) => ({ title, changes: group }));
}

/** What a component is called that is no schema. */
const WORDS: Readonly<Record<string, string>> = {
  securitySchemes: "security scheme",
  parameters: "parameter",
  responses: "response",
  requestBodies: "request body",
  headers: "header",
};

function titleOf({ operationId, pointer }: Change): string {
  if (operationId !== "") return operationId;
  const [first, section, name] = fromPointer(pointer);
  if (first === "components" && name !== undefined) {
    const word = WORDS[section ?? ""];
    return word === undefined ? name : `${word} ${name}`;
  }
  if (first === "servers") return "servers";
  return first === "paths" ? "several operations" : "the API";
}
