import type { PagingModel, ParameterModel } from "../../model/client-model.ts";

/** Recognises paging by `offset` and `limit` query parameters, with an optional boolean `count`. */
export function pagingModel(parameters: readonly ParameterModel[]): PagingModel | undefined {
  const query = (name: string) => parameters.find((parameter) => parameter.in === "query" && parameter.name === name);
  const isInteger = (parameter: ParameterModel | undefined) =>
    parameter !== undefined && ["integer", "number"].includes(String(parameter.schema?.type));
  const limit = query("limit");
  if (!isInteger(query("offset")) || !isInteger(limit)) return undefined;
  const maximum = limit?.schema?.maximum;
  return {
    offset: true,
    limit: typeof maximum === "number" ? maximum : undefined,
    count: query("count")?.schema?.type === "boolean",
  };
}
