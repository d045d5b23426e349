import { isObject, type Json, type JsonObject } from "../../../src/spec/json.ts";
import { lookUp } from "../../../src/spec/transforms/resolve-ref.ts";

/** Picks one of a list, by chance that a seed decides; undefined of an empty one. */
export type Pick = <T>(list: readonly T[]) => T | undefined;

/** Changes a spec in place, in one way; false where it has nothing to change in that way. */
export type Mutation = (document: JsonObject, pick: Pick) => boolean;

interface Place {
  readonly holder: JsonObject;
  readonly key: string;
}

function everyNode(document: JsonObject): JsonObject[] {
  const found: JsonObject[] = [];
  const queue: Json[] = [document];
  for (let node = queue.shift(); node !== undefined; node = queue.shift()) {
    if (isObject(node)) found.push(node);
    if (typeof node === "object" && node !== null)
      queue.push(...Object.values(node).filter((child) => child !== undefined));
  }
  return found;
}

const schemas = (document: JsonObject) =>
  everyNode(document).filter(
    (node) =>
      typeof node.type === "string" && !isObject(node.flows) && node.tokenUrl === undefined && node.in === undefined,
  );
const objects = (document: JsonObject) => schemas(document).filter((node) => isObject(node.properties));
const properties = (document: JsonObject): Place[] =>
  objects(document).flatMap((node) => Object.keys(node.properties as JsonObject).map((key) => ({ holder: node, key })));
const enums = (document: JsonObject) => schemas(document).filter((node) => Array.isArray(node.enum));
const operations = (document: JsonObject): (Place & { operation: JsonObject })[] =>
  Object.values(document.paths as JsonObject)
    .filter(isObject)
    .flatMap((item) =>
      Object.entries(item).flatMap(([key, operation]) =>
        isObject(operation) ? [{ holder: item, key, operation }] : [],
      ),
    );
const parameters = (document: JsonObject) =>
  operations(document).flatMap(({ operation }) =>
    (Array.isArray(operation.parameters) ? operation.parameters : [])
      .filter(isObject)
      .map((parameter) => ({ operation, parameter })),
  );
const contents = (document: JsonObject) => everyNode(document).filter((node) => isObject(node.content));
const responses = (document: JsonObject) =>
  operations(document).map(({ operation }) => operation.responses as JsonObject);
const components = (document: JsonObject) => (document.components as JsonObject).schemas as JsonObject;

function required(node: JsonObject): string[] {
  return Array.isArray(node.required) ? node.required.map(String) : [];
}

function toggle(node: JsonObject, key: string): true {
  if (node[key] === true) delete node[key];
  else node[key] = true;
  return true;
}

function renameRefs(document: JsonObject, from: string, to: string): void {
  for (const node of everyNode(document)) if (node.$ref === from) node.$ref = to;
}

/** Every way a spec is changed by chance. Those whose name starts with `same` mean nothing. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  removeProperty: (document, pick) => {
    const place = pick(properties(document));
    if (!place) return false;
    delete (place.holder.properties as JsonObject)[place.key];
    place.holder.required = required(place.holder).filter((name) => name !== place.key);
    return true;
  },
  renameProperty: (document, pick) => {
    const place = pick(properties(document));
    if (!place) return false;
    const all = place.holder.properties as JsonObject;
    all[`${place.key}Now`] = all[place.key];
    delete all[place.key];
    place.holder.required = required(place.holder).map((name) => (name === place.key ? `${name}Now` : name));
    return true;
  },
  addProperty: (document, pick) => {
    const node = pick(objects(document));
    if (!node) return false;
    (node.properties as JsonObject).added = { type: "string" };
    if (pick([true, false])) node.required = [...required(node), "added"];
    return true;
  },
  toggleRequired: (document, pick) => {
    const place = pick(properties(document));
    if (!place) return false;
    const names = required(place.holder);
    place.holder.required = names.includes(place.key)
      ? names.filter((name) => name !== place.key)
      : [...names, place.key];
    return true;
  },
  changeType: (document, pick) => {
    const node = pick(schemas(document).filter(({ type }) => type !== "object" && type !== "array"));
    const type = pick(["string", "integer", "number", "boolean"].filter((one) => one !== node?.type));
    if (!node || !type) return false;
    node.type = type;
    delete node.enum;
    delete node.default;
    return true;
  },
  toggleNullable: (document, pick) => {
    const node = pick(schemas(document));
    return node !== undefined && toggle(node, "nullable");
  },
  removeEnumValue: (document, pick) => {
    const node = pick(enums(document));
    const value = pick(node?.enum as Json[]);
    if (!node || (node.enum as Json[]).length < 2) return false;
    node.enum = (node.enum as Json[]).filter((one) => one !== value);
    return true;
  },
  addEnumValue: (document, pick) => {
    const node = pick(enums(document));
    if (!node) return false;
    (node.enum as Json[]).push("ADDED");
    return true;
  },
  removeEnum: (document, pick) => {
    const node = pick(enums(document));
    if (!node) return false;
    delete node.enum;
    return true;
  },
  addEnum: (document, pick) => {
    const node = pick(schemas(document).filter(({ type, enum: values }) => type === "string" && !values));
    if (!node) return false;
    node.enum = ["ONE", "TWO"];
    return true;
  },
  toggleReadOnly: (document, pick) => {
    const place = pick(properties(document));
    const node = place && (place.holder.properties as JsonObject)[place.key];
    return isObject(node) && node.$ref === undefined && toggle(node, pick(["readOnly", "writeOnly"]) ?? "readOnly");
  },
  changeAdditional: (document, pick) => {
    const node = pick(schemas(document).filter(({ type }) => type === "object"));
    if (!node) return false;
    node.additionalProperties = pick<Json>([true, false, { type: "integer" }]) ?? true;
    return true;
  },
  changeLimit: (document, pick) => {
    const limits = ["minLength", "maxLength", "minimum", "maximum", "pattern", "default", "format"];
    const node = pick(schemas(document).filter((one) => limits.some((limit) => one[limit] !== undefined)));
    const limit = pick(limits.filter((one) => node?.[one] !== undefined));
    if (!node || !limit) return false;
    if (typeof node[limit] === "number") node[limit] = Number(node[limit]) + (pick([1, -1]) ?? 1);
    else delete node[limit];
    return true;
  },
  removeVariant: (document, pick) => {
    const node = pick(everyNode(document).filter(({ oneOf }) => Array.isArray(oneOf)));
    const variant = pick(node?.oneOf as Json[]);
    if (!node) return false;
    node.oneOf = (node.oneOf as Json[]).filter((one) => one !== variant);
    return true;
  },
  addVariant: (document, pick) => {
    const node = pick(everyNode(document).filter(({ oneOf }) => Array.isArray(oneOf)));
    if (!node) return false;
    (node.oneOf as Json[]).push({ $ref: "#/components/schemas/Address" });
    return true;
  },
  renameSchema: (document, pick) => {
    const key = pick(Object.keys(components(document)));
    if (!key) return false;
    components(document)[`${key}Now`] = components(document)[key];
    delete components(document)[key];
    renameRefs(document, `#/components/schemas/${key}`, `#/components/schemas/${key}Now`);
    return true;
  },
  removeOperation: (document, pick) => {
    const place = pick(operations(document));
    if (!place) return false;
    delete place.holder[place.key];
    return true;
  },
  renameOperation: (document, pick) => {
    const place = pick(operations(document));
    if (!place) return false;
    place.operation.operationId = `${place.operation.operationId}Now`;
    return true;
  },
  moveOperation: (document, pick) => {
    const paths = document.paths as JsonObject;
    const path = pick(Object.keys(paths));
    if (!path) return false;
    paths[`/moved${path}`] = paths[path];
    delete paths[path];
    return true;
  },
  addOperation: (document, pick) => {
    const key = pick(Object.keys(components(document)));
    if (!key) return false;
    (document.paths as JsonObject)["/added"] = {
      get: {
        operationId: "getAdded",
        tags: ["Pets"],
        responses: {
          200: {
            description: "It",
            content: { "application/json": { schema: { $ref: `#/components/schemas/${key}` } } },
          },
        },
      },
    };
    return true;
  },
  sendMore: (document, pick) => {
    const key = pick(Object.keys(components(document)));
    if (!key) return false;
    (document.paths as JsonObject)["/added"] = {
      post: {
        operationId: "addOne",
        tags: ["Pets"],
        requestBody: { content: { "application/json": { schema: { $ref: `#/components/schemas/${key}` } } } },
        responses: { 204: { description: "Done" } },
      },
    };
    return true;
  },
  removeParameter: (document, pick) => {
    const place = pick(parameters(document).filter(({ parameter }) => parameter.in !== "path"));
    if (!place) return false;
    place.operation.parameters = (place.operation.parameters as Json[]).filter((one) => one !== place.parameter);
    return true;
  },
  addParameter: (document, pick) => {
    const place = pick(operations(document));
    if (!place) return false;
    const added: JsonObject = {
      name: "added",
      in: "query",
      required: pick([true, false]) ?? true,
      schema: { type: "string" },
    };
    place.operation.parameters = [
      ...(Array.isArray(place.operation.parameters) ? place.operation.parameters : []),
      added,
    ];
    return true;
  },
  changeParameter: (document, pick) => {
    const place = pick(parameters(document).filter(({ parameter }) => parameter.in !== "path"));
    if (!place) return false;
    const { parameter } = place;
    const way = pick(["required", "deprecated", "in", "explode"]);
    if (way === "in") parameter.in = parameter.in === "query" ? "header" : "query";
    else if (way === "explode") parameter.explode = parameter.explode !== true;
    else toggle(parameter, way ?? "required");
    return true;
  },
  renamePathParameter: (document) => {
    const paths = document.paths as JsonObject;
    paths["/pets/{id}"] = paths["/pets/{petId}"];
    delete paths["/pets/{petId}"];
    for (const { parameter } of parameters(document)) if (parameter.name === "petId") parameter.name = "id";
    return true;
  },
  removeFilter: (document, pick) => {
    const [place] = parameters(document).filter(({ parameter }) => isObject(parameter["x-sailkit-filters"]));
    const filters = place?.parameter["x-sailkit-filters"];
    const name = pick(isObject(filters) ? Object.keys(filters) : []);
    if (!isObject(filters) || !name) return false;
    delete filters[name];
    return true;
  },
  changeFilterType: (document) => {
    const [place] = parameters(document).filter(({ parameter }) => isObject(parameter["x-sailkit-filters"]));
    const filters = place?.parameter["x-sailkit-filters"];
    if (!isObject(filters)) return false;
    filters.age = { operators: ["gt"], type: "string" };
    return true;
  },
  changeSorters: (document, pick) => {
    const [place] = parameters(document).filter(({ parameter }) => Array.isArray(parameter["x-sailkit-sorters"]));
    if (!place) return false;
    place.parameter["x-sailkit-sorters"] = pick<Json[]>([["name"], ["name", "age", "id"]]) ?? [];
    return true;
  },
  toggleBodyRequired: (document, pick) => {
    const bodies = operations(document)
      .map(({ operation }) => operation.requestBody)
      .filter(isObject);
    const body = pick(bodies);
    return body !== undefined && toggle(body, "required");
  },
  changeMediaType: (document, pick) => {
    const node = pick(contents(document));
    const content = node?.content;
    if (!isObject(content)) return false;
    const type =
      pick(["application/merge-patch+json", "text/plain", "application/json; charset=utf-8"]) ?? "text/plain";
    content[type] = content["application/json"];
    if (pick([true, false])) delete content["application/json"];
    return true;
  },
  removeResponse: (document, pick) => {
    const all = pick(responses(document));
    const status = pick(Object.keys(all ?? {}));
    if (!all || !status) return false;
    delete all[status];
    return true;
  },
  addResponse: (document, pick) => {
    const all = pick(responses(document));
    if (!all) return false;
    const schema = pick<JsonObject>([
      { $ref: "#/components/schemas/Problem" },
      { type: "object", properties: { reason: { type: "string" } } },
    ]);
    const status = pick(["200", "204", "202", "409", "500", "default"]) ?? "500";
    all[status] =
      status === "204"
        ? { description: "It" }
        : { description: "It", content: { "application/json": { schema: schema ?? {} } } };
    return true;
  },
  removeHeader: (document, pick) => {
    const node = pick(everyNode(document).filter(({ headers }) => isObject(headers)));
    if (!node) return false;
    delete node.headers;
    return true;
  },
  changeTags: (document, pick) => {
    const place = pick(operations(document));
    if (!place) return false;
    place.operation.tags = pick([["Pets"], ["Records"], ["Records", "Pets"], ["Other"]]) ?? [];
    return true;
  },
  changeServer: (document, pick) => {
    const [server] = document.servers as { variables: { tenant: JsonObject } }[] & JsonObject[];
    const tenant = server?.variables.tenant ?? {};
    const way = pick(["default", "enum", "url"]);
    if (way === "default") delete tenant.default;
    else if (way === "enum") tenant.enum = ["demo", "other"];
    else document.servers = (document.servers as JsonObject[]).slice(1);
    return true;
  },
  changeSecurity: (document, pick) => {
    const place = pick(operations(document));
    if (!place) return false;
    place.operation.security =
      pick<Json>([[], [{ userAuth: [] }], [{ appAuth: [] }, { userAuth: ["pets:read"] }]]) ?? [];
    return true;
  },
  toggleDeprecated: (document, pick) => {
    const place = pick(operations(document));
    return place !== undefined && toggle(place.operation, "deprecated");
  },
  describe: (document, pick) => {
    const node = pick([...schemas(document), ...operations(document).map(({ operation }) => operation)]);
    if (!node) return false;
    node.description = "Says it otherwise.";
    return true;
  },
  sameShuffled: (document) => {
    const shuffled = (value: Json): Json => {
      if (Array.isArray(value)) return value.map(shuffled);
      if (!isObject(value)) return value;
      return Object.fromEntries(
        Object.entries(value)
          .reverse()
          .map(([key, child]) => [key, shuffled(child as Json)]),
      );
    };
    const copy = shuffled(document) as JsonObject;
    for (const key of Object.keys(document)) delete document[key];
    Object.assign(document, copy);
    return true;
  },
  sameInlined: (document, pick) => {
    const operationNodes = operations(document).flatMap(({ operation }) => everyNode(operation));
    const node = pick(operationNodes.filter(({ $ref }) => typeof $ref === "string"));
    const target = node && lookUp(document, String(node.$ref));
    if (!node || !isObject(target)) return false;
    delete node.$ref;
    Object.assign(node, JSON.parse(JSON.stringify(target)));
    return true;
  },
  sameAllOf: (document, pick) => {
    const node = pick(everyNode(document).filter(({ $ref }) => typeof $ref === "string"));
    if (!node) return false;
    node.allOf = [{ $ref: String(node.$ref) }];
    delete node.$ref;
    return true;
  },
};
