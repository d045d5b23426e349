import { pascalCase } from "../../naming/identifier.ts";
import { NameAllocator } from "../../naming/name-allocator.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";

/**
 * A prepared spec whose equal responses are one component. Operations fail alike: of the types of a large API more than half
 * are the same few error answers, which everything behind would print, check and compile again and again.
 */
export function shareResponses(prepared: JsonObject): JsonObject {
  const texts = new Map<JsonObject, string>();
  const uses = new Map<string, { readonly status: string; count: number }>();
  mapResponses(prepared.paths, (response, status) => {
    const text = JSON.stringify(response);
    texts.set(response, text);
    const known = uses.get(text);
    if (known) known.count += 1;
    else uses.set(text, { status, count: 1 });
    return response;
  });
  const names = new NameAllocator();
  const references = new Map<string, JsonObject>();
  const responses: JsonObject = {};
  for (const [response, text] of texts) {
    const { status, count } = uses.get(text) ?? { status: "", count: 1 };
    if (count === 1 || references.has(text)) continue;
    const name = names.allocate(nameOf(response, status));
    responses[name] = response;
    references.set(text, { $ref: `#/components/responses/${name}` });
  }
  const paths = mapResponses(prepared.paths, (response) => references.get(texts.get(response) ?? "") ?? response);
  const components = isObject(prepared.components) ? prepared.components : {};
  return { ...prepared, paths, components: { ...components, ...(references.size > 0 && { responses }) } };
}

/** The same paths with what `change` gave for each response of each operation. */
function mapResponses(
  paths: Json | undefined,
  change: (response: JsonObject, status: string) => JsonObject,
): JsonObject {
  return mapObject(paths, (item) =>
    mapObject(item, (operation) =>
      isObject(operation) && isObject(operation.responses)
        ? {
            ...operation,
            responses: mapObject(operation.responses, (response, status) =>
              isObject(response) ? change(response, status) : response,
            ),
          }
        : operation,
    ),
  );
}

function mapObject(object: Json | undefined, change: (value: Json, key: string) => Json): JsonObject {
  const entries = Object.entries(isObject(object) ? object : {});
  return Object.fromEntries(entries.map(([key, value]) => [key, change(value as Json, key)]));
}

/** After the schema it carries, or else its status: names that do not depend on other operations. */
function nameOf({ content }: JsonObject, status: string): string {
  const [media] = Object.values(isObject(content) ? content : {});
  const schema = isObject(media) && isObject(media.schema) ? media.schema : {};
  const list = isObject(schema.items) ? schema.items.$ref : undefined;
  if (typeof schema.$ref === "string") return pascalCase(lastSegment(schema.$ref), "Response");
  if (typeof list === "string") return `${pascalCase(lastSegment(list), "Response")}List`;
  return pascalCase(`Response ${status}`, "Response");
}

function lastSegment(pointer: string): string {
  return pointer.slice(pointer.lastIndexOf("/") + 1);
}
