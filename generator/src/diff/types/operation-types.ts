import { operationContext } from "../../emit/skeleton/operation-context.ts";
import type { OperationModel } from "../../model/client-model.ts";
import { isObject, type JsonObject } from "../../spec/json.ts";

/** TypeScript source of what an operation takes and answers, as the templates print it. */
export function operationTypes(operation: OperationModel): Record<"init" | "data" | "error", string> {
  const context = operationContext(operation);
  const error = String(context.failure);
  return {
    init: initType(context),
    data: String(context.data),
    // The runtime adds an error of its own to every operation, which tells nothing apart.
    error: error === "unknown" ? "unknown" : `${error} | UndocumentedError`,
  };
}

function initType(context: JsonObject): string {
  const members: string[] = [];
  if (isObject(context.params)) members.push(`params${mark(context.params)}: ${context.params.type};`);
  if (isObject(context.body)) members.push(`body${mark(context.body)}: ${context.body.type};`);
  const base = `{ ${members.join(" ")} }`;
  if (!Array.isArray(context.alternatives)) return base;
  return `${base} & (${context.alternatives.filter(isObject).map(alternative).join(" | ")})`;
}

function alternative(one: JsonObject): string {
  return `{ body${mark(one)}: ${one.type}; contentType${one.isDefault === true ? "?" : ""}: ${one.mediaType} }`;
}

function mark(member: JsonObject): string {
  return member.optional === true ? "?" : "";
}
