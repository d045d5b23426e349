import { serverContext } from "../../emit/skeleton/server-context.ts";
import type { ServerModel } from "../../model/client-model.ts";
import { isObject, type Json } from "../../spec/json.ts";

/** TypeScript source of the `server` option, as the templates print it. */
export function serversType(servers: readonly ServerModel[]): string {
  const { list } = serverContext(servers);
  const types = objects(list).map((server) => {
    const variables = objects(server.variables).map(
      (variable) => `${variable.name}${variable.optional === true ? "?" : ""}: ${variable.type};`,
    );
    return `{ url${server.isFirst === true ? "?" : ""}: ${server.url}; ${variables.join(" ")} }`;
  });
  return types.join(" | ") || "never";
}

function objects(list: Json | undefined) {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
