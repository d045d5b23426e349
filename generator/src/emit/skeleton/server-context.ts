import type { ServerModel, ServerVariable } from "../../model/client-model.ts";
import type { JsonObject } from "../../spec/json.ts";
import { literal } from "../../text/literal.ts";
import { docLines } from "./doc-lines.ts";

/** Servers as data, and as the type of the `server` option. */
export function serverContext(servers: readonly ServerModel[]): JsonObject {
  return {
    none: servers.length === 0,
    list: servers.map((server, index) => ({
      url: literal(server.url),
      doc: docLines([server.description || server.url]),
      value: literal({
        url: server.url,
        variables: Object.fromEntries(
          server.variables.map((variable) => [
            variable.name,
            {
              ...(variable.default !== undefined && { default: variable.default }),
              ...(variable.enum.length > 0 && { enum: variable.enum }),
            },
          ]),
        ),
      }),
      // The first server is the one meant where none is named.
      isFirst: index === 0,
      // The key `url` is taken; who needs another value than the default gives the base URL.
      variables: server.variables
        .filter(({ name }) => name !== "url")
        .map((variable) => ({
          name: literal(variable.name),
          optional: variable.default !== undefined,
          type: variable.enum.length > 0 ? variable.enum.map((value) => literal(value)).join(" | ") : "string",
          doc: variableDoc(variable),
        })),
    })),
  };
}

function variableDoc({ description, default: stated }: ServerVariable): JsonObject[] | false {
  const lines = docLines([description, stated === undefined ? "" : `Default: ${stated}`]);
  return lines.length > 0 && lines;
}
