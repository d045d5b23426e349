import type { ClientModel, OperationModel } from "../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { fromPointer, toPointer } from "../../spec/json-pointer.ts";

/** A value of the skeleton, and what is known of where it stands. */
export interface ValuePlace {
  readonly document: JsonObject;
  readonly client: ClientModel;
  /** The operation it belongs to, and the tag whose module that is in. */
  readonly operation: OperationModel | undefined;
  readonly tag: string | undefined;
  /** Names and indices from the extension inwards: `["x-sailkit-operation", "descriptor", 3, "value"]`. */
  readonly path: readonly (string | number)[];
  /** The objects and items passed on the way, outermost first. */
  readonly passed: readonly Json[];
}

/** The members of an operation that make each entry of its descriptor. */
const DESCRIPTOR: Readonly<Record<string, string>> = {
  id: "/operationId",
  body: "/requestBody/content",
  accept: "/responses",
  answers: "/responses",
  encoding: "/requestBody/content",
  styles: "/parameters",
  paging: "/parameters",
  deprecated: "/deprecated",
  server: "/servers",
};

/**
 * The pointers that sources such as `{operation}/summary` stand for here, each cut to what the spec has.
 * @returns without those that the spec has nothing of
 */
export function placePointers(sources: readonly string[], place: ValuePlace): string[] {
  const found = sources.flatMap((source) => {
    const [, placeholder, rest = ""] = /^\{(\w+)\}(.*)$/.exec(source) ?? [undefined, undefined, source];
    const base = placeholder === undefined ? "" : basePointer(placeholder, place);
    return base === undefined ? [] : [existing(place.document, `${base}${rest}`)];
  });
  return [...new Set(found)].filter((pointer) => pointer !== "");
}

function basePointer(placeholder: string, place: ValuePlace): string | undefined {
  const { client, document, operation, path } = place;
  const index = path.find((part) => typeof part === "number");
  switch (placeholder) {
    case "operation":
      return (operation ?? client.operations[path[0] === "x-sailkit-manifest" ? Number(index) : -1])?.pointer;
    case "descriptor":
      return operation && descriptorPointer(place, operation);
    case "parameter":
      return operation && parameterPointer(place, operation, Number(index));
    case "filters":
    case "sorters":
      return operation && namedParameter(document, operation, placeholder, "query");
    case "response":
      return operation && `${operation.pointer}/responses/${textOf(place, "status")}`;
    case "tag":
      return tagPointer(place, Number(index));
    case "schema":
      return toPointer(["components", "schemas", client.schemas[Number(index)]?.key ?? ""]);
    case "model":
      return modelPointer(place);
    case "field":
      return `${modelPointer(place)}/properties${toPointer([textOf(place, "name").replaceAll("`", "")])}`;
    case "enum":
      return enumPointer(document, client.enums[Number(index)]?.place ?? "");
    case "server":
      return serverPointer(document, client.servers[Number(index)]?.url);
    case "scheme":
      return schemePointer(document, Number(index));
  }
  throw new Error(`The origins have a placeholder that nothing resolves: {${placeholder}}.`);
}

function descriptorPointer(place: ValuePlace, operation: OperationModel): string {
  const key = textOf(place, "key");
  if (key === "filters" || key === "sorters") return namedParameter(place.document, operation, key, "query");
  return `${operation.pointer}${DESCRIPTOR[key] ?? ""}`;
}

function parameterPointer({ document, path }: ValuePlace, operation: OperationModel, index: number): string {
  const inPath = path.includes("pathParameters");
  const parameter = operation.parameters.filter((one) => (one.in === "path") === inPath)[index];
  return namedParameter(document, operation, parameter?.name ?? "", parameter?.in ?? "");
}

/** Of the operation, or of its path; a reference is followed one step. */
function namedParameter(document: JsonObject, operation: OperationModel, name: string, place: string): string {
  const item = operation.pointer.slice(0, operation.pointer.lastIndexOf("/"));
  for (const base of [operation.pointer, item]) {
    const list = valueAt(document, `${base}/parameters`);
    for (const [index, one] of (Array.isArray(list) ? list : []).entries()) {
      const pointer = isObject(one) && typeof one.$ref === "string" ? one.$ref.slice(1) : `${base}/parameters/${index}`;
      const parameter = valueAt(document, pointer);
      if (isObject(parameter) && parameter.name === name && parameter.in === place) return pointer;
    }
  }
  return `${operation.pointer}/parameters`;
}

function tagPointer({ client, document, tag, path }: ValuePlace, index: number): string | undefined {
  const withOperations = client.tags.filter(({ slug }) => client.operations.some(({ tags }) => tags.includes(slug)));
  const homes = new Set(client.operations.map(({ tags }) => tags[0]));
  const listed = path[0] === "x-sailkit-tags" ? client.tags.filter(({ slug }) => homes.has(slug)) : withOperations;
  const model = tag === undefined ? listed[index] : client.tags.find(({ slug }) => slug === tag);
  const tags = Array.isArray(document.tags) ? document.tags : [];
  const at = tags.findIndex((one) => isObject(one) && one.name === model?.name);
  if (at >= 0) return `/tags/${at}`;
  const user = client.operations.find(({ tags: slugs }) => model !== undefined && slugs.includes(model.slug));
  return user && `${user.pointer}/tags`;
}

function modelPointer({ client, passed }: ValuePlace): string {
  const item = passed.findLast(
    (one): one is JsonObject =>
      isObject(one) && typeof one.name === "string" && (one.mark !== undefined || one.brief !== undefined),
  );
  const name = String(item?.name ?? "").replaceAll("`", "");
  const schema = client.schemas.find((one) => one.name === name);
  return toPointer(["components", "schemas", schema?.key ?? name]);
}

/** `TaskStatus.messages[].type`, as names of properties from a component schema on. */
function enumPointer(document: JsonObject, place: string): string {
  const [schema = "", ...properties] = place.split(".");
  let pointer = toPointer(["components", "schemas", schema]);
  for (const property of properties) {
    const next = `${pointer}/properties${toPointer([property])}`;
    pointer = valueAt(document, next) === undefined ? pointer : next;
  }
  const listed = valueAt(document, `${pointer}/items/enum`);
  return listed === undefined ? pointer : `${pointer}/items`;
}

function serverPointer(document: JsonObject, url: string | undefined): string {
  const servers = Array.isArray(document.servers) ? document.servers : [];
  const at = servers.findIndex((one) => isObject(one) && one.url === url);
  return at < 0 ? "/servers" : `/servers/${at}`;
}

function schemePointer(document: JsonObject, index: number): string {
  const schemes = valueAt(document, "/components/securitySchemes");
  return toPointer(["components", "securitySchemes", Object.keys(isObject(schemes) ? schemes : {})[index] ?? ""]);
}

/** A member of the innermost item of a list. */
function textOf({ passed }: ValuePlace, member: string): string {
  const item = passed.findLast((one): one is JsonObject => isObject(one) && one[member] !== undefined);
  return String(item?.[member] ?? "");
}

/** The longest beginning of a pointer that leads somewhere. */
function existing(document: JsonObject, pointer: string): string {
  let current = pointer;
  while (current !== "" && valueAt(document, current) === undefined)
    current = current.slice(0, current.lastIndexOf("/"));
  return current;
}

function valueAt(document: JsonObject, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const token of fromPointer(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else value = isObject(value) && Object.hasOwn(value, token) ? value[token] : undefined;
  }
  return value;
}
