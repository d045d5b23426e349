import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { fromPointer } from "../../spec/json-pointer.ts";

/**
 * How people call the place of a schema: `TaskStatus.messages[].type`, `query.limit`, `body.value`, `200 answer[].id`.
 */
export function namePlace(document: JsonObject, pointer: string): string {
  const tokens = fromPointer(pointer);
  let node: Json | undefined = document;
  let name = "";
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index] as string;
    const next = tokens[index + 1] ?? "";
    const before = tokens[index - 1] ?? "";
    node = Array.isArray(node)
      ? node[Number(token)]
      : isObject(node) && Object.hasOwn(node, token)
        ? node[token]
        : undefined;
    if (index === 2 && tokens[0] === "components" && before === "schemas") name = token;
    else if (isObject(node) && typeof node.name === "string" && isParameterPlace(tokens, index))
      name = `${node.in}.${node.name}`;
    else if (token === "requestBody" || before === "requestBodies") name = "body";
    else if (before === "responses" && name === "") name = index === 2 ? token : `${token} answer`;
    else if (before === "headers" && isObject(node)) name = `header ${token}`;
    else if (token === "properties" && next !== "") {
      name += `.${next}`;
      node = isObject(node) && Object.hasOwn(node, next) ? node[next] : undefined;
      index += 1;
    } else if (token === "items") name += "[]";
    else if (token === "additionalProperties") name += "{}";
    else if (token === "oneOf" || token === "anyOf") name += `<${Number(next) + 1}>`;
  }
  return name.replace(/^\./, "") || pointer || "the document";
}

function isParameterPlace(tokens: readonly string[], index: number): boolean {
  return tokens[index - 1] === "parameters" && (index === 2 || index === 3 || index === 4);
}
