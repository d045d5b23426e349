import type { OperationModel } from "../../model/client-model.ts";

/** What the module of an operation exports for it: its function and types, as names of an export clause. */
export function exportedNames(operation: OperationModel): string[] {
  const types = [operation.initName, operation.resultName];
  if (operation.filters && operation.filters.length > 0) types.push(operation.filtersName);
  return [operation.name, ...types.map((name) => `type ${name}`)];
}
