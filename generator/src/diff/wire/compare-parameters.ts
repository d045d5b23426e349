import type { FilterField } from "../../model/client-model.ts";
import type { SpecOperation, SpecParameter } from "./spec-operation.ts";
import type { WireContext } from "./wire-context.ts";

/** Compares what two operations take beside a body. */
export function compareParameters(old: SpecOperation, next: SpecOperation, context: WireContext): void {
  const operations = [next.model.id];
  const later = new Map(next.parameters.map((parameter) => [parameter.key, parameter]));
  const known = new Set(old.parameters.map(({ key }) => key));
  const added = new Set(next.parameters.filter(({ key }) => !known.has(key)));
  for (const parameter of old.parameters) {
    const same = later.get(parameter.key);
    const moved = same ? undefined : [...added].find(({ name }) => name === parameter.name);
    if (moved) {
      added.delete(moved);
      const message = `the parameter ${parameter.name} was in ${parameter.in}, is in ${moved.in}`;
      context.report({ id: "parameter-moved", pointer: moved.pointer, in: "new", message, operations });
    }
    const other = same ?? moved;
    if (other) compareParameter(parameter, other, next.model.id, context);
    else {
      const message = `the parameter ${label(parameter)} is gone`;
      context.report({ id: "parameter-removed", pointer: parameter.pointer, in: "old", message, operations });
    }
  }
  for (const parameter of added) {
    const kind = parameter.required ? "required" : "optional";
    const message = `there is the ${kind} parameter ${label(parameter)}`;
    context.report({ id: `parameter-added-${kind}`, pointer: parameter.pointer, in: "new", message, operations });
  }
  compareCollection(old, next, context);
  compareFilterValues(old, next, context);
}

function compareParameter(old: SpecParameter, next: SpecParameter, operation: string, context: WireContext): void {
  const add = (id: string, text: string) =>
    context.report({
      id,
      pointer: next.pointer,
      in: "new",
      message: `${label(next)} ${text}`,
      operations: [operation],
    });
  if (old.in === "path" && next.in === "path" && old.name !== next.name) {
    add("path-parameter-renamed", `was {${old.name}} in the path`);
  }
  if (!old.required && next.required) add("parameter-became-required", "is required");
  if (old.required && !next.required) add("parameter-became-optional", "is no longer required");
  if (!old.deprecated && next.deprecated) add("parameter-deprecated", "is deprecated");
  if (old.deprecated && !next.deprecated) add("parameter-undeprecated", "is no longer deprecated");
  if (old.in === next.in && old.style !== next.style) {
    add("parameter-style-changed", `was written as ${old.style}, is written as ${next.style}`);
  }
  context.schemas.add(old.schema, next.schema, operation, "request");
}

/** Fields that filter and sort, from extensions or from the prose the vendor writes. */
function compareCollection(
  { model: old }: SpecOperation,
  { model: next }: SpecOperation,
  { report }: WireContext,
): void {
  const at = (name: string, model: SpecOperation["model"]) => {
    const index = model.parameters.findIndex((parameter) => parameter.in === "query" && parameter.name === name);
    return index < 0 ? model.pointer : `${model.pointer}/parameters`;
  };
  const filters = (model: SpecOperation["model"]) =>
    (model.filters ?? []).flatMap(({ name, operators }) => operators.map((operator) => `${name} ${operator}`));
  for (const [kind, before, after] of [
    ["filter", filters(old), filters(next)],
    ["sorter", old.sorters ?? [], next.sorters ?? []],
  ] as const) {
    const operations = [next.id];
    // Where the spec no longer states any fields, the parameter takes any text.
    const said = after.length > 0 || !next.parameters.some(({ name }) => name === `${kind}s`);
    const gone = before.filter((one) => !after.includes(one));
    if (gone.length > 0) {
      const message = `${next.id}: ${kind}s no longer ${said ? "takes" : "documents"} ${gone.join(", ")}`;
      report({ id: `${kind}-removed`, pointer: at(`${kind}s`, old), in: "old", message, operations });
    }
    const more = after.filter((one) => !before.includes(one));
    if (more.length > 0) {
      const message = `${next.id}: ${kind}s takes ${more.join(", ")}`;
      report({ id: `${kind}-added`, pointer: at(`${kind}s`, next), in: "new", message, operations });
    }
  }
}

/** Values of filters are typed by the spec; on the wire they are text. */
function compareFilterValues(
  { model: old }: SpecOperation,
  { model: next }: SpecOperation,
  { report }: WireContext,
): void {
  for (const field of old.filters ?? []) {
    const other = next.filters?.find(({ name }) => name === field.name);
    if (!other || takes(other, field)) continue;
    report({
      id: "filter-value-changed",
      pointer: `${next.pointer}/parameters`,
      in: "new",
      message: `${next.id}: the filter ${field.name} took ${words(field)}, takes ${words(other)}`,
      operations: [next.id],
    });
  }
}

function takes(field: FilterField, other: FilterField): boolean {
  if (field.enum.length > 0) return other.enum.length > 0 && other.enum.every((value) => field.enum.includes(value));
  return (
    field.type === other.type ||
    (field.type === "number" && other.type === "integer") ||
    (field.type === "integer" && other.type === "number")
  );
}

function words({ type, enum: values }: FilterField): string {
  return values.length > 0 ? values.join(", ") : `a ${type}`;
}

function label({ in: place, name }: SpecParameter): string {
  return `${place}.${name}`;
}
