import type { OperationModel } from "../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { closestName } from "../lint/closest-name.ts";
import type { TemplateData } from "../read-template-data.ts";
import { operationsByTag, rootExtensions } from "../rendered-scopes.ts";
import type { ContextValue } from "./context-value.ts";
import { listValues } from "./list-values.ts";

/** Which part of the data; everything where nothing is named. */
export interface ContextSelection {
  /** An operationId, or the name of the function. */
  readonly operation?: string | undefined;
  /** The name of a type, or the key of a component schema. */
  readonly model?: string | undefined;
  /** What every template sees, at any depth. */
  readonly supporting?: boolean | undefined;
}

/** Data as the templates see it, and each of its values. */
export interface TemplateContext {
  /** What was asked for, in words. */
  readonly title: string;
  /** Exactly what templates get. */
  readonly data: JsonObject;
  readonly values: readonly ContextValue[];
  /** The operation asked for, and its place among those of its tag. */
  readonly operation?: { readonly model: OperationModel; readonly index: number };
}

/**
 * Picks a part of what the templates of a spec see.
 * @throws Error naming what is like the operation or model there is not
 */
export function selectContext(data: TemplateData, selection: ContextSelection): TemplateContext {
  if (selection.operation !== undefined) return operationContext(data, selection.operation);
  if (selection.model !== undefined) return modelContext(data, selection.model);
  const root = rootExtensions(data.skeleton);
  const supporting = listValues(root, data);
  if (selection.supporting) return { title: "every template, at any depth", data: root, values: supporting };
  const operations = [...operationsByTag(data.skeleton)].map(([tag, members]) => ({
    tag,
    members: members.map(({ vendorExtensions }) => vendorExtensions as JsonObject),
  }));
  const values = operations.flatMap(({ tag, members }) =>
    members.flatMap((extensions) => listValues(extensions, { ...data, tag, operation: functionOf(extensions) })),
  );
  const byTag = Object.fromEntries(operations.map(({ tag, members }) => [tag, members as Json]));
  return { title: "everything", data: { ...root, operations: byTag }, values: [...supporting, ...values] };
}

function operationContext(data: TemplateData, wanted: string): TemplateContext {
  const { operations } = data.client;
  const model = operations.find(({ id, name }) => id === wanted || name === wanted);
  if (!model)
    throw missing(
      "operation",
      wanted,
      operations.map(({ name }) => name),
    );
  const members = operationsByTag(data.skeleton).get(model.tags[0]) ?? [];
  const index = members.findIndex(({ vendorExtensions }) => functionOf(vendorExtensions as JsonObject) === model.name);
  const extensions = members[index]?.vendorExtensions as JsonObject;
  const values = listValues(extensions, { ...data, tag: model.tags[0], operation: model.name });
  return {
    title: `the operation ${model.name}`,
    data: { vendorExtensions: extensions },
    values,
    operation: { model, index },
  };
}

function functionOf(extensions: JsonObject): string | undefined {
  const operation = extensions["x-sailkit-operation"];
  const docs = extensions["x-sailkit-docs-operation"];
  const name = isObject(operation) ? operation.name : isObject(docs) ? docs.function : undefined;
  return typeof name === "string" ? name : undefined;
}

/** What the lists of the root hold of one component schema. */
function modelContext(data: TemplateData, wanted: string): TemplateContext {
  const { schemas, enums } = data.client;
  const schema = schemas.find(({ name, key }) => name === wanted || key === wanted);
  if (!schema)
    throw missing(
      "model",
      wanted,
      schemas.map(({ name }) => name),
    );
  const root = rootExtensions(data.skeleton);
  const isOf: Record<string, (item: JsonObject, index: number) => boolean> = {
    "x-sailkit-schemas": ({ name }) => name === schema.name,
    "x-sailkit-enums": (_, index) => enums[index]?.place.split(".")[0] === schema.key,
    "x-sailkit-docs-models": ({ name }) => name === schema.name,
  };
  const kept = Object.entries(isOf).map(([key, test]) => {
    const items = (Array.isArray(root[key]) ? root[key] : []).map((item, index) => ({
      item: item as JsonObject,
      index,
    }));
    return { key, items: items.filter(({ item, index }) => test(item, index)) };
  });
  const prefixes = kept.flatMap(({ key, items }) => items.map(({ index }) => `${key}[${index}].`));
  return {
    title: `the model ${schema.name}`,
    data: Object.fromEntries(kept.map(({ key, items }) => [key, items.map(({ item }) => item)])),
    values: listValues(root, data).filter(({ path }) => prefixes.some((prefix) => path.startsWith(prefix))),
  };
}

function missing(what: string, wanted: string, names: readonly string[]): Error {
  const near = closestName(wanted, names);
  const hint =
    near === undefined ? `There are ${names.length}, such as ${names.slice(0, 5).join(", ")}.` : `Do you mean ${near}?`;
  return new Error(`The spec has no ${what} ${wanted}. ${hint}`);
}
