import { operationContext } from "../../emit/skeleton/operation-context.ts";
import type { OperationModel } from "../../model/client-model.ts";
import { isObject } from "../../spec/json.ts";
import { operationTypes } from "../types/operation-types.ts";

/** Declarations of an operation's function, of what it takes and of what it answers, as the templates print them. */
export function declareOperation(operation: OperationModel): string {
  const { initName, resultName, name } = operation;
  const { data, failure, headers, optional, filters, sorters } = operationContext(operation);
  const marks: string[] = [];
  const lines: string[] = [];
  if (isObject(filters)) {
    const fields = Array.isArray(filters.fields) ? filters.fields.filter(isObject) : [];
    const members = fields.map((field) => `${field.name}: { operators: ${field.operators}; value: ${field.value} };`);
    lines.push(`export interface ${filters.name} { ${members.join(" ")} }`);
    marks.push(`readonly "~filters"?: ${filters.name};`);
  }
  if (sorters) marks.push(`readonly "~sorters"?: ${sorters};`);
  return [
    ...lines,
    `export type ${initName} = CallOptions & ${operationTypes(operation).init} & { ${marks.join(" ")} };`,
    `export type ${resultName} = Result<${data}, ${failure}${headers ? `, ${headers}` : ""}>;`,
    `export declare function ${name}(client: Caller, init${optional ? "?" : ""}: ${initName}): Promise<${resultName}>;`,
  ].join("\n");
}
