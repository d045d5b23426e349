import type { ClientModel } from "../../model/client-model.ts";

/** One name that a client package exports. */
export interface PackageExport {
  readonly name: string;
  readonly kind: "function" | "operation type" | "model" | "enum";
  /** Where it comes from: pointer of the operation, or key of the component schema. */
  readonly origin: string;
  /** Id of the operation; empty for models and enums. */
  readonly operation: string;
}

/** The names the generated part of a package exports, by name. */
export function packageExports(client: ClientModel): Map<string, PackageExport> {
  const found: PackageExport[] = [];
  for (const operation of client.operations) {
    const origin = { origin: operation.pointer, operation: operation.id };
    found.push({ ...origin, name: operation.name, kind: "function" });
    const types = [operation.initName, operation.resultName];
    if (operation.filters && operation.filters.length > 0) types.push(operation.filtersName);
    for (const name of types) found.push({ ...origin, name, kind: "operation type" });
  }
  for (const { name, key } of client.schemas) found.push({ name, kind: "model", origin: key, operation: "" });
  for (const { name, typeName, place } of client.enums) {
    const origin = { origin: place.split(".")[0] ?? "", operation: "" };
    found.push({ ...origin, name, kind: "enum" });
    if (typeName !== "") found.push({ ...origin, name: typeName, kind: "enum" });
  }
  return new Map(found.map((one) => [one.name, one]));
}
