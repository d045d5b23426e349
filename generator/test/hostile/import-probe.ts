import diagnostics from "node:diagnostics_channel";
import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { JsonObject } from "../../src/spec/json.ts";
import { checkPackage } from "../wire/check-package.ts";
import type { ClientPackage, OperationFunction } from "../wire/client-package.ts";
import { expectedCall } from "../wire/oracle/expected-call.ts";
import { listOperations } from "../wire/oracle/list-operations.ts";
import { type RecordingServer, startRecordingServer } from "../wire/recording-server.ts";

/*
 * Imports packages in a process of their own, watches what that does to it, and then sends every operation to a local server.
 *
 *     node generator/test/hostile/import-probe.ts FOLDER...
 *
 * Each folder holds a package and `probe.json`: the spec's document, and the names of functions by pointer. Prints one JSON
 * object by folder.
 */

/** What became of the process and of the requests. */
export interface ProbeReport {
  /** Names of globals that appeared or changed on import. */
  readonly globals: readonly string[];
  /** Prototypes and built-in objects that changed on import. */
  readonly prototypes: readonly string[];
  /** Connections opened on import. */
  readonly connections: number;
  /** What arrived otherwise than the spec says. */
  readonly mismatches: readonly string[];
  readonly calls: number;
  /** The manifest of operations. */
  readonly manifest: Readonly<Record<string, { readonly path: string; readonly userLevels?: readonly string[] }>>;
  readonly servers: ClientPackage["servers"];
  /** Every value of every exported list: the members of the enums. */
  readonly values: readonly unknown[];
}

const watched: Readonly<Record<string, object>> = {
  Object,
  "Object.prototype": Object.prototype,
  "Function.prototype": Function.prototype,
  "Array.prototype": Array.prototype,
  "String.prototype": String.prototype,
  "Number.prototype": Number.prototype,
  "RegExp.prototype": RegExp.prototype,
  "Promise.prototype": Promise.prototype,
  "Map.prototype": Map.prototype,
  JSON,
  Reflect,
  "Request.prototype": Request.prototype,
  "Response.prototype": Response.prototype,
  "Headers.prototype": Headers.prototype,
  "URL.prototype": URL.prototype,
  "process.env": process.env,
};

/** Every own property of an object, by value. */
function contents(object: object): Map<PropertyKey, unknown> {
  const descriptors = Object.getOwnPropertyDescriptors(object) as Record<PropertyKey, PropertyDescriptor>;
  return new Map(
    Reflect.ownKeys(descriptors).map((key) => {
      const { value, get, set } = descriptors[key] ?? {};
      return [key, value ?? get ?? set];
    }),
  );
}

function changes(before: Map<PropertyKey, unknown>, object: object): string[] {
  const after = contents(object);
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].filter((key) => !Object.is(before.get(key), after.get(key))).map(String);
}

let connections = 0;
for (const channel of [
  "net.client.socket",
  "net.server.socket",
  "undici:request:create",
  "http.client.request.start",
]) {
  diagnostics.subscribe(channel, () => {
    connections += 1;
  });
}

const folders = process.argv.slice(2);
const packages: ClientPackage[] = [];
const seen: Omit<ProbeReport, "mismatches" | "calls">[] = [];
// What the runtime loads lazily is no doing of a package.
void [globalThis.fetch, globalThis.crypto, globalThis.navigator, globalThis.WebSocket];
for (const folder of folders) {
  const { document, functions } = JSON.parse(readFileSync(path.join(folder, "probe.json"), "utf8")) as {
    document: JsonObject;
    functions: Record<string, string>;
  };
  const globals = contents(globalThis);
  const prototypes = Object.entries(watched).map(([name, object]) => ({ name, object, before: contents(object) }));
  connections = 0;
  const load = async (file: string) =>
    (await import(pathToFileURL(path.join(folder, file)).href)) as Record<string, unknown>;
  const module = await load("src/index.ts");
  const { manifest } = await load("src/generated/manifest.ts");
  seen.push({
    globals: changes(globals, globalThis),
    prototypes: prototypes.flatMap(({ name, object, before }) =>
      changes(before, object).map((key) => `${name}.${key}`),
    ),
    connections,
    manifest: manifest as ProbeReport["manifest"],
    servers: module.servers as ProbeReport["servers"],
    values: Object.values(module).filter(Array.isArray).flat(),
  });
  packages.push({
    name: path.basename(folder),
    document,
    createClient: module.createClient as ClientPackage["createClient"],
    functions: new Map(Object.entries(functions).map(([at, name]) => [at, module[name] as OperationFunction])),
    servers: module.servers as ClientPackage["servers"],
    remove: async () => {},
  });
}

/** Paths that arrive otherwise than they are written, once both are decoded: the parser of URLs must find nothing to change. */
async function checkPaths(
  { document, createClient, functions }: ClientPackage,
  at: RecordingServer,
): Promise<string[]> {
  const client = createClient({ baseUrl: `${at.url}/base` });
  at.answer = { status: 204 };
  const mismatches: string[] = [];
  for (const operation of listOperations(document)) {
    const { init, path: written } = expectedCall(document, operation, "required", operation.body[0]);
    await functions
      .get(operation.pointer)?.(client, init)
      .catch(() => {});
    const [arrived] = at.take();
    const [path = ""] = (arrived?.url ?? "").split("?");
    const wanted = `/base${written.startsWith("/") ? "" : "/"}${written}`;
    if (decoded(path) !== decoded(wanted)) mismatches.push(`${operation.path}: ${path} arrived`);
  }
  return mismatches;
}

function decoded(path: string): string {
  return path.replace(/(?:%[\da-f]{2})+/gi, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}

const server = await startRecordingServer();
const reports: Record<string, ProbeReport> = {};
for (const [index, one] of packages.entries()) {
  const { mismatches: found, calls } = await checkPackage(one, server);
  const mismatches = [...found, ...(await checkPaths(one, server))];
  const report = seen[index] as (typeof seen)[number];
  // Calls run code, too.
  if ("pwned" in globalThis) reports[one.name] = { ...report, globals: ["pwned"], mismatches, calls };
  else reports[one.name] = { ...report, mismatches, calls };
}
await server.close();
process.stdout.write(JSON.stringify(reports));
