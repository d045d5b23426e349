import { isObject, type JsonObject } from "../../src/spec/json.ts";
import type { ClientPackage } from "./client-package.ts";
import { expectedCall } from "./oracle/expected-call.ts";
import type { SpecOperation } from "./oracle/spec-operation.ts";

/**
 * Calls every operation with a client made for the spec's first server, without a network, and compares where to. An
 * operation with servers of its own goes to the first of them.
 */
export async function checkServers(package_: ClientPackage, operations: readonly SpecOperation[]): Promise<string[]> {
  const { document, createClient, functions, servers } = package_;
  const [first] = servers;
  if (!first || hasOpenVariable(operations)) return [];
  let sent: URL | undefined;
  const fetch = async (request: Request) => {
    sent = new URL(request.url);
    return new Response(null, { status: 503 });
  };
  const base = fill(documentServer(document, first.url));
  if (!URL.canParse(base)) return [];
  const client = createClient({ server: {}, fetch });
  const mismatches: string[] = [];
  for (const operation of operations.filter(({ method }) => method !== "trace")) {
    const [own] = operation.ownServers ? operation.servers : [];
    const expected = new URL(own ? fill(own) : base, base);
    const prefix = expected.origin + expected.pathname.replace(/\/+$/, "");
    const { init } = expectedCall(document, operation, "required", operation.body[0]);
    sent = undefined;
    await functions
      .get(operation.pointer)?.(client, init)
      .catch(() => {});
    const actual = sent as URL | undefined;
    const matches = actual !== undefined && `${actual.origin}${actual.pathname}`.startsWith(`${prefix}/`);
    if (!matches)
      mismatches.push(
        `${operation.method.toUpperCase()} ${operation.path} (server): expected ${prefix}, got ${actual?.href}`,
      );
  }
  return mismatches;
}

/** The server object of the spec with this URL: the first absolute one. */
function documentServer({ servers }: JsonObject, url: string): JsonObject {
  const stated = (Array.isArray(servers) ? servers : []).filter(isObject);
  return stated.find((server) => String(server.url).trim().replace(/\/+$/, "") === url) ?? { url };
}

/** The URL of a server, its variables at their defaults. */
function fill({ url, variables }: JsonObject): string {
  return String(url)
    .trim()
    .replace(/\{([^{}]+)\}/g, (place, name: string) => {
      const variable = isObject(variables) ? variables[name] : undefined;
      return isObject(variable) && variable.default !== undefined ? String(variable.default) : place;
    });
}

const hasOpenVariable = (operations: readonly SpecOperation[]) =>
  operations.some(({ servers: [server] }) => server !== undefined && fill(server).includes("{"));
