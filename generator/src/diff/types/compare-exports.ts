import type { ClientModel } from "../../model/client-model.ts";
import { isObject } from "../../spec/json.ts";
import { toPointer } from "../../spec/json-pointer.ts";
import { componentSchemas } from "../../spec/transforms/schemas/schema-usage.ts";
import type { DiffFinding } from "../finding.ts";
import type { SpecSide } from "../spec-side.ts";
import { type PackageExport, packageExports } from "./package-exports.ts";

/** Names that the new package no longer exports, or exports besides. */
export function compareExports(old: SpecSide, next: SpecSide): DiffFinding[] {
  const before = packageExports(old.prepared.client);
  const after = packageExports(next.prepared.client);
  const found: DiffFinding[] = [];
  for (const one of before.values()) {
    // A function that is gone is an operation that is gone or renamed, and is reported as such.
    if (after.has(one.name) || one.kind === "function" || isOfGoneFunction(one, before, after)) continue;
    found.push({
      ...finding(one, old),
      id: "export-removed",
      in: "old",
      message: `the ${one.kind} ${one.name} is no longer exported`,
    });
  }
  for (const one of after.values()) {
    if (before.has(one.name) || one.operation !== "") continue;
    found.push({
      ...finding(one, next),
      id: "export-added",
      in: "new",
      message: `the ${one.kind} ${one.name} is exported`,
    });
  }
  return [...found, ...compareModules(old.prepared.client, next.prepared.client)];
}

function isOfGoneFunction(
  one: PackageExport,
  before: ReadonlyMap<string, PackageExport>,
  after: ReadonlyMap<string, PackageExport>,
): boolean {
  if (one.kind !== "operation type") return false;
  const owner = [...before.values()].find(({ kind, origin }) => kind === "function" && origin === one.origin);
  return owner !== undefined && !after.has(owner.name);
}

function finding(one: PackageExport, { document }: SpecSide): Pick<DiffFinding, "pointer" | "operations"> {
  if (one.operation !== "") return { pointer: one.origin, operations: [one.operation] };
  const isSchema = isObject(componentSchemas(document)[one.origin]);
  return {
    pointer: toPointer(["components", "schemas", isSchema ? one.origin : sourceKey(one.origin)]),
    operations: [],
  };
}

/** `TaskInput` stands for what is sent of `Task`. */
function sourceKey(key: string): string {
  return key.replace(/(?:Request)?Input$/, "");
}

/** Operations that the module of a tag no longer has. */
function compareModules(old: ClientModel, next: ClientModel): DiffFinding[] {
  const later = new Map(next.operations.map((operation) => [operation.name, operation]));
  return old.operations.flatMap((operation) => {
    const same = later.get(operation.name);
    return (same ? operation.tags.filter((tag) => !same.tags.includes(tag)) : []).map((tag) => ({
      id: "module-export-removed",
      pointer: `${same?.pointer}/tags`,
      in: "new" as const,
      message: `${operation.name} is no longer in the module ${tag}, it is in ${same?.tags.join(", ")}`,
      operations: [operation.id],
    }));
  });
}
