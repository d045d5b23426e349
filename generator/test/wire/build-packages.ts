import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRepository } from "../../src/config/in-repository.ts";
import { CLIENT_FILES } from "../../src/emit/client-files.ts";
import { packageFiles } from "../../src/emit/package/package-files.ts";
import { buildSkeleton } from "../../src/emit/skeleton/build-skeleton.ts";
import { serverContext } from "../../src/emit/skeleton/server-context.ts";
import type { JavaRuntime } from "../../src/java/java-runtime.ts";
import { renderTemplates } from "../../src/java/render-templates.ts";
import type { ClientModel } from "../../src/model/client-model.ts";
import { loadSpec } from "../../src/pipeline/load-spec.ts";
import { isObject, type JsonObject } from "../../src/spec/json.ts";
import { prepareSpec } from "../../src/spec/transforms/prepare-spec.ts";
import { load, writeFiles } from "./build-package.ts";
import type { ClientPackage, OperationFunction } from "./client-package.ts";

interface Prepared {
  readonly spec: string;
  readonly document: JsonObject;
  readonly client: ClientModel;
}

/**
 * The packages of many small specs, with the template of operations rendered by one run of the tool for all of them: what
 * cannot be sent, such as types and reference pages, is left out.
 */
export async function buildPackages(
  specs: readonly string[],
  runtime: Promise<JavaRuntime>,
  refused: (spec: string, error: unknown) => void,
): Promise<ClientPackage[]> {
  const silent = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };
  const prepared: Prepared[] = [];
  for (const spec of specs) {
    try {
      const { document } = await loadSpec({ spec: path.resolve(spec), overlay: undefined, allowRefs: [] }, silent);
      prepared.push({ spec, document, client: prepareSpec(document).client });
    } catch (error) {
      refused(spec, error);
    }
  }
  const root = await mkdtemp(path.join(tmpdir(), "sailkit-wire-"));
  try {
    const rendered = path.join(root, "rendered");
    await renderTemplates({
      skeleton: mergedSkeleton(prepared),
      templates: inRepository("templates"),
      files: CLIENT_FILES.filter(({ type }) => type === "api"),
      outDir: rendered,
      runtime,
    });
    const modules = await readdir(path.join(rendered, "operations"));
    const packages: ClientPackage[] = [];
    for (const [index, one] of prepared.entries()) {
      const prefix = `s${index}-`;
      const files = new Map(runtimeFiles(one.client));
      for (const file of modules.filter((name) => name.startsWith(prefix))) {
        const text = await readFile(path.join(rendered, "operations", file), "utf8");
        files.set(`src/generated/operations/${file}`, text);
      }
      const folder = path.join(root, String(index));
      await writeFiles(folder, files);
      packages.push(await loaded(folder, one, prefix));
    }
    const [last] = packages.slice(-1);
    if (last) packages[packages.length - 1] = { ...last, remove: () => rm(root, { recursive: true, force: true }) };
    return packages;
  } catch (error) {
    await rm(root, { recursive: true, force: true });
    throw error;
  }
}

/** One skeleton with the operations of all, tags told apart by a prefix. */
function mergedSkeleton(prepared: readonly Prepared[]): JsonObject {
  const paths: JsonObject = {};
  let whole: JsonObject = {};
  for (const [index, { spec, client }] of prepared.entries()) {
    whole = buildSkeleton(client, { source: path.basename(spec), command: "sailkit generate" });
    for (const item of Object.values(whole.paths as JsonObject)) {
      const operation = (item as JsonObject).get as JsonObject;
      const id = `o${Object.keys(paths).length}`;
      const moved = operation["x-sailkit-re-export"];
      const again = isObject(moved) ? { ...moved, from: `s${index}-${String(moved.from)}` } : false;
      const tags = (operation.tags as string[]).map((tag) => `s${index}-${tag}`);
      paths[`/${id}`] = { get: { ...operation, operationId: id, tags, "x-sailkit-re-export": again } };
    }
  }
  return { ...whole, paths };
}

/** The hand-written files of a package, and the servers of the spec. */
function runtimeFiles(client: ClientModel): Map<string, string> {
  const target = { extent: "package", command: "sailkit generate" } as Parameters<typeof packageFiles>[0];
  const files = new Map([...packageFiles(target, client)].filter(([file]) => file !== "src/index.ts"));
  const { list } = serverContext(client.servers) as { list: { value: string }[] };
  files.set("src/generated/servers.ts", `export const servers = [${list.map(({ value }) => value).join()}];\n`);
  return files;
}

async function loaded(folder: string, { spec, document, client }: Prepared, prefix: string): Promise<ClientPackage> {
  const { createClient } = await load(folder, "src/client.ts");
  const { servers } = await load(folder, "src/generated/servers.ts");
  const functions = new Map<string, OperationFunction>();
  for (const { pointer, name, tags } of client.operations) {
    for (const tag of tags) {
      const module = await load(folder, `src/generated/operations/${prefix}${tag}.ts`);
      functions.set(pointer, module[name] as OperationFunction);
    }
  }
  return {
    name: path.basename(spec),
    document,
    createClient: createClient as ClientPackage["createClient"],
    functions,
    servers: servers as ClientPackage["servers"],
    remove: async () => {},
  };
}
