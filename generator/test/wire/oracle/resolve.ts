import { isObject, type Json, type JsonObject } from "../../../src/spec/json.ts";

/** The object a chain of local `$ref`s ends at; an empty one where that is no object. */
export function resolve(document: JsonObject, value: Json | undefined): JsonObject {
  let node: Json | undefined = value;
  for (let hops = 0; isObject(node) && typeof node.$ref === "string" && hops < 50; hops += 1) {
    const tokens = node.$ref.replace(/^#\//, "").split("/");
    node = tokens.reduce<Json | undefined>(step, document);
  }
  return isObject(node) ? node : {};
}

function step(node: Json | undefined, token: string): Json | undefined {
  const key = decodeURIComponent(token).replaceAll("~1", "/").replaceAll("~0", "~");
  if (Array.isArray(node)) return node[Number(key)];
  return isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined;
}
