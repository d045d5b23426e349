import type { ServerModel, ServerVariable } from "../../model/client-model.ts";
import type { Json } from "../../spec/json.ts";
import { serverModels } from "../../spec/transforms/servers.ts";
import type { WireContext } from "./wire-context.ts";

/**
 * Compares the servers of a document or an operation. Relative ones depend on where the spec is served from: the client
 * knows none of them.
 * @param operation the operation they belong to; empty for those of the document
 */
export function compareServers(
  old: Json | undefined,
  next: Json | undefined,
  pointer: string,
  operation: string,
  { report }: WireContext,
): void {
  const before = serverModels(old);
  const after = serverModels(next);
  const add = (id: string, message: string, index: number, side: "old" | "new" = "new") =>
    report({
      id,
      pointer: `${pointer}/${Math.max(index, 0)}`,
      in: side,
      message,
      operations: operation === "" ? [] : [operation],
    });
  const [first] = before;
  const [firstNow] = after;
  if (first && filled(first) !== (firstNow && filled(firstNow))) {
    const sameAddress = firstNow && first.url === firstNow.url;
    if (!sameAddress)
      add(
        "server-default-changed",
        `the first server was ${first.url}, is ${firstNow?.url ?? "not stated"}`,
        0,
        firstNow ? "new" : "old",
      );
  } else if (first && firstNow && first.url !== firstNow.url) {
    add(
      "server-variable-added",
      `the first server was ${first.url}, is ${firstNow.url} with the same address by default`,
      0,
    );
  }
  for (const [index, server] of before.entries()) {
    const other = after.find(({ url }) => url === server.url);
    if (other) compareVariables(server, other, (id, message) => add(id, message, after.indexOf(other)));
    else if (index > 0) add("server-removed", `the server ${server.url} is gone`, index, "old");
  }
  for (const [index, server] of after.entries()) {
    const isNew = !before.some(({ url }) => url === server.url);
    if (isNew && (index > 0 || before.length === 0)) add("server-added", `there is the server ${server.url}`, index);
  }
}

/** The address that calls go to where nothing is said of variables. */
function filled({ url, variables }: ServerModel): string {
  const values = new Map(variables.map((variable) => [variable.name, variable.default]));
  return url.replace(/\{([^{}]+)\}/g, (place, name: string) => values.get(name) ?? place);
}

function compareVariables(old: ServerModel, next: ServerModel, add: (id: string, message: string) => void): void {
  for (const variable of old.variables) {
    const other = next.variables.find(({ name }) => name === variable.name);
    if (other) compareVariable(variable, other, add);
  }
}

function compareVariable(old: ServerVariable, next: ServerVariable, add: (id: string, message: string) => void): void {
  const name = `the server variable ${next.name}`;
  if (old.default === undefined && next.default !== undefined) {
    add("server-variable-extended", `${name} is ${next.default} by default`);
  } else if (old.default !== next.default) {
    add("server-variable-changed", `${name} was ${old.default} by default, is ${next.default ?? "not"}`);
  }
  const isOpen = (variable: ServerVariable) => variable.enum.length === 0;
  const gone = old.enum.filter((value) => !isOpen(next) && !next.enum.includes(value));
  if (gone.length > 0) add("server-variable-changed", `${name} no longer takes ${gone.join(", ")}`);
  if (isOpen(old) && !isOpen(next)) add("server-variable-changed", `${name} takes only ${next.enum.join(", ")}`);
  const more = next.enum.filter((value) => !isOpen(old) && !old.enum.includes(value));
  if (more.length > 0) add("server-variable-extended", `${name} takes ${more.join(", ")}`);
  if (!isOpen(old) && isOpen(next)) add("server-variable-extended", `${name} takes any value`);
}
