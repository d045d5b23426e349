import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { repository } from "../speed/repository.ts";
import { peers } from "../speed/tools/peers.ts";
import { TASK_ID } from "./answers.ts";
import type { Contender } from "./contender.ts";

/** What the clients that peers generate are called like. Each module exports `open`. */
const programs: Readonly<Record<string, string>> = {
  "hey-api": `import { client } from "./client/client.gen";
import { getTaskStatus } from "./client/sdk.gen";
export function open(baseUrl) {
  client.setConfig({ baseUrl, fetch: globalThis.fetch, headers: { Authorization: "Bearer a-token" } });
  return async () => (await getTaskStatus({ path: { id: "${TASK_ID}" } })).data?.id;
}`,
  "openapi-generator typescript-fetch": `import { Configuration, TaskManagementApi } from "./client";
export function open(basePath) {
  const api = new TaskManagementApi(new Configuration({ basePath, accessToken: "a-token" }));
  return async () => (await api.getTaskStatus({ id: "${TASK_ID}" })).id;
}`,
};

/**
 * Generates the clients of peers from our own spec and bundles each, since they import without extensions.
 * @param folder absolute path of an empty folder
 */
export async function generatedContenders(folder: string): Promise<Contender[]> {
  const spec = path.join(repository, "spec/openapi.beta.yaml");
  const wanted = peers.filter(({ name }) => name in programs);
  return Promise.all(
    wanted.map(async ({ name, command }) => {
      const place = path.join(folder, name.replaceAll(" ", "-"));
      mkdirSync(place, { recursive: true });
      const [file, ...args] = command(spec, path.join(place, "client"));
      const { status, stderr } = spawnSync(file, args, { cwd: place, encoding: "utf8" });
      if (status !== 0) throw new Error(`${name} cannot generate a client from ${spec}:\n${stderr}`);
      const [entry, outfile] = [path.join(place, "entry.ts"), path.join(place, "entry.mjs")];
      writeFileSync(entry, programs[name] ?? "");
      await build({ entryPoints: [entry], outfile, bundle: true, format: "esm", platform: "node", logLevel: "error" });
      const { open } = (await import(pathToFileURL(outfile).href)) as Pick<Contender, "open">;
      return { name, open };
    }),
  );
}
