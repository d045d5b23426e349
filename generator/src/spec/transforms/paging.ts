import type { PagingModel, ParameterModel } from "../../model/client-model.ts";
import type { JsonObject } from "../json.ts";
import { resolveObject } from "./resolve-ref.ts";

/** Recognises paging by `offset` and `limit` query parameters, with an optional boolean `count`. */
export function pagingModel(document: JsonObject, parameters: readonly ParameterModel[]): PagingModel | undefined {
  const schemaOf = (name: string) => {
    const found = parameters.find((parameter) => parameter.in === "query" && parameter.name === name);
    return found && resolveObject(document, found.schema);
  };
  const limit = schemaOf("limit");
  if (!isInteger(schemaOf("offset")) || !isInteger(limit)) return undefined;
  return {
    offset: true,
    limit: typeof limit?.maximum === "number" ? limit.maximum : undefined,
    count: [schemaOf("count")?.type].flat().includes("boolean"),
  };
}

function isInteger(schema: JsonObject | undefined): boolean {
  return [schema?.type].flat().some((type) => type === "integer" || type === "number");
}
