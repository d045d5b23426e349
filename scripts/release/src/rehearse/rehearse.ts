import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { copyRepository } from "../copy-repository.ts";
import { publishedPackages } from "../published-packages.ts";
import { runNode } from "../run-node.ts";
import { changeSpec } from "./change-spec.ts";
import { Consumer } from "./consumer.ts";
import { COMMONJS_PROGRAM, CONSUMER_PROGRAM, TYPED_COMMONJS_PROGRAM } from "./consumer-program.ts";
import { type Fault, type FaultProxy, faultProxy } from "./fault-proxy.ts";
import { logIn } from "./log-in.ts";
import { otherNodes } from "./other-nodes.ts";
import { startRegistry } from "./start-registry.ts";

const CLIENT = "@sailkit/beta-client";
const SDK = "@sailkit/beta-sdk";

/** Where a rehearsal happens, and with what. */
interface Stage {
  /** The repository itself, whose tools are used. */
  readonly repository: string;
  /** The copy of it that is released. */
  readonly copy: string;
  readonly folder: string;
  readonly proxy: FaultProxy;
  readonly npm: NodeJS.ProcessEnv;
  readonly sandbox: Sandbox;
  readonly say: (text: string) => void;
}

interface Sandbox {
  readonly url: string;
  readonly user: { readonly id: string; readonly secret: string };
  close(): Promise<void>;
}

/**
 * Releases both packages twice to a registry of its own, with a change of the spec between, while the registry and the way
 * to it fail; installs them in consumer projects and runs these against the sandbox. Nothing leaves this machine, and the
 * repository is not touched.
 *
 * @param repository absolute path of the root; its working tree is what is rehearsed
 * @param say takes a line for each thing that held
 * @throws Error for the first thing that did not
 */
export async function rehearse(repository: string, say: (text: string) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "sailkit-rehearsal-"));
  const endings: (() => Promise<void>)[] = [];
  try {
    const copy = path.join(folder, "repository");
    copyRepository(repository, copy);
    const registry = await startRegistry(path.join(folder, "registry"));
    endings.push(registry.stop);
    const proxy = await faultProxy(registry.url);
    endings.push(proxy.close);
    const npm = await logIn(proxy.url, folder);
    await build({ repository, copy }, ["beta-client", "beta-sdk", "sandbox"]);
    const sandbox = await startSandbox(copy);
    endings.push(sandbox.close);
    say("built, with an empty registry and a sandbox beside it");
    const stage: Stage = { repository, copy, folder, proxy, npm, sandbox, say };
    await firstRelease(stage);
    await secondRelease(stage);
  } finally {
    for (const end of endings.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function firstRelease(stage: Stage): Promise<void> {
  const { say } = stage;
  const versions = await release(stage, "first");
  await publish(stage, "first", ({ method, path }) => (isUpload(method, path, SDK) ? { status: 503 } : undefined), [
    [1, `published ${CLIENT}@${versions[CLIENT]}`, `${SDK}@${versions[SDK]} was not published`],
    [0, `already published ${CLIENT}@${versions[CLIENT]}`, `published ${SDK}@${versions[SDK]}`],
    [0, `already published ${CLIENT}@${versions[CLIENT]}`, `already published ${SDK}@${versions[SDK]}`],
  ]);
  say(
    "first release: the registry answered 503 to the second package, one rerun completed it, another changed nothing",
  );
  await consume(stage, "first", versions);
}

async function secondRelease(stage: Stage): Promise<void> {
  const { copy, say, npm, folder } = stage;
  const before = versionsIn(copy);
  const edition = path.join(stage.folder, "next-edition.yaml");
  changeSpec(path.join(copy, "spec/openapi.beta.yaml"), edition);
  await run(copy, ["generator/bin/sailkit.ts", "pull", "--from", edition]);
  await build(stage, ["beta-client", "beta-sdk"]);
  const versions = await release(stage, "second");
  for (const name of [CLIENT, SDK])
    demand(
      isNextMinor(before[name], versions[name]),
      `${name} went from ${before[name]} to ${versions[name]}, not to the next minor`,
    );
  say(`second release: the spec changed, and its diff made ${before[CLIENT]} into ${versions[CLIENT]}`);
  let uploads = 0;
  const faults = ({ method, path }: Request): Fault | undefined => {
    if (isUpload(method, path, CLIENT) && uploads++ === 0) return "lost-answer";
    return isUpload(method, path, SDK) ? "lost-request" : undefined;
  };
  await publish(stage, "second", faults, [
    [1, `published ${CLIENT}@${versions[CLIENT]}`, `${SDK}@${versions[SDK]} was not published`],
    [0, `already published ${CLIENT}@${versions[CLIENT]}`, `published ${SDK}@${versions[SDK]}`],
  ]);
  demand(uploads === 1, `${CLIENT} was uploaded ${uploads} times, though the first upload had arrived`);
  say("second release: an answer was lost and the network went away, one rerun completed it");
  const news = CONSUMER_PROGRAM.replace("listed:", "region: first.region ?? null,\n    listed:");
  await consume(stage, "second", versions, news);
  const old = new Consumer(path.join(folder, "consumer-of-the-first"), npm);
  await old.install(`${SDK}@${before[SDK]}`, `${CLIENT}@${before[CLIENT]}`);
  demand(
    (await old.check("news.ts", news, compilers(stage.repository)[0] ?? "", "nodenext")).includes("region"),
    "the first release knows what only the second has",
  );
  say("the first release can still be installed, and knows nothing of what the second brought");
}

/** Versions, packs and checks what is in the copy, and gives the versions. */
async function release({ repository, copy, folder, say }: Stage, name: string): Promise<Record<string, string>> {
  const changesets = path.join(
    path.dirname(createRequire(path.join(repository, "package.json")).resolve("@changesets/cli/package.json")),
    "bin.js",
  );
  await run(copy, [changesets, "version"]);
  const left = readdirSync(path.join(copy, ".changeset")).filter(
    (file) => file.endsWith(".md") && file !== "README.md",
  );
  demand(left.length === 0, `changesets left ${left.join(", ")} behind`);
  const versions = versionsIn(copy);
  await run(copy, ["scripts/release/bin/release.ts", "pack", path.join(folder, name)]);
  for (const tarball of readdirSync(path.join(folder, name))) {
    const file = path.join(folder, name, tarball);
    await run(copy, [binary(repository, "publint", "src/cli.js"), "run", file, "--strict"]);
    await run(copy, [binary(repository, "@arethetypeswrong/cli", "dist/index.js"), file, "--profile", "esm-only"]);
  }
  say(
    `${name} release: ${Object.entries(versions)
      .map((one) => one.join("@"))
      .join(", ")} versioned, packed and checked`,
  );
  return versions;
}

interface Request {
  readonly method: string;
  readonly path: string;
}

const isUpload = (method: string, path: string, name: string) => method === "PUT" && path.startsWith(`/${name}`);

/** Publishes as often as there are expectations: an exit code, and words that are printed. Only the first run meets faults. */
async function publish(
  { copy, folder, npm, proxy }: Stage,
  name: string,
  fault: (request: Request) => Fault | undefined,
  expected: readonly (readonly [exit: number, ...words: string[]])[],
): Promise<void> {
  proxy.fault = (method, path) => fault({ method, path });
  for (const [index, [exit, ...words]] of expected.entries()) {
    const args = ["scripts/release/bin/release.ts", "publish", path.join(folder, name), "--no-provenance"];
    const { ok, stdout, stderr } = await runNode(args, copy, { env: { ...process.env, ...npm } });
    const said = stdout + stderr;
    const missing = words.filter((word) => !said.includes(word));
    demand(
      ok === (exit === 0) && missing.length === 0,
      `run ${index + 1} of publishing ended otherwise than expected; it said:\n${said}`,
    );
    proxy.fault = () => undefined;
  }
}

/** Installs the packages in a fresh project, checks its types with every compiler, and runs it against the sandbox. */
async function consume(
  stage: Stage,
  name: string,
  versions: Record<string, string>,
  program = CONSUMER_PROGRAM,
): Promise<void> {
  const { repository, folder, npm, sandbox, say } = stage;
  const consumer = new Consumer(path.join(folder, `consumer-${name}`), npm);
  const installed = await consumer.install(SDK, CLIENT);
  demand(
    isDeepStrictEqual(installed, versions),
    `a consumer gets ${JSON.stringify(installed)} instead of ${JSON.stringify(versions)}`,
  );
  for (const compiler of compilers(repository)) {
    const required = await consumer.check("main.cts", TYPED_COMMONJS_PROGRAM, compiler, "nodenext");
    demand(required === "", `a consumer does not compile as CommonJS (${compiler}):\n${required}`);
    for (const resolution of ["nodenext", "bundler"] as const) {
      const complaints = await consumer.check("main.ts", program, compiler, resolution);
      demand(complaints === "", `a consumer does not compile (${resolution}, ${compiler}):\n${complaints}`);
    }
  }
  const args = [sandbox.url, sandbox.user.id, sandbox.user.secret];
  const found = (await consumer.run("main.ts", program, args)) as { same?: boolean; listed?: number };
  demand(found.same === true && found.listed === 1, `a consumer found ${JSON.stringify(found)} in the sandbox`);
  const nodes = [process.execPath, ...(await otherNodes())];
  for (const node of nodes) {
    const required = await consumer.run("main.cjs", COMMONJS_PROGRAM, args, node);
    demand(
      isDeepStrictEqual(required, { failed: "ERROR", functions: ["function", "function"] }),
      `CommonJS found ${JSON.stringify(required)}`,
    );
  }
  const running = await Promise.all(
    nodes.map(async (node) => (await runNode(["--version"], folder, { node })).stdout.trim()),
  );
  say(
    `${name} release: installed, compiled with TypeScript 5.9 and 7, run as ESM, and required from CommonJS on Node ${running.join(" and ")}`,
  );
}

function compilers(repository: string): string[] {
  return [path.join(repository, "generator"), repository].map((folder) => binary(folder, "typescript", "bin/tsc"));
}

function binary(folder: string, name: string, file: string): string {
  return path.join(folder, "node_modules", name, file);
}

async function build(
  { repository, copy }: Pick<Stage, "repository" | "copy">,
  packages: readonly string[],
): Promise<void> {
  for (const name of packages) {
    const folder = path.join(copy, "packages", name);
    rmSync(path.join(folder, "dist"), { recursive: true, force: true });
    await run(folder, [binary(repository, "typescript", "bin/tsc"), "-p", "tsconfig.json"]);
  }
}

async function startSandbox(copy: string): Promise<Sandbox> {
  const load = (file: string) => import(pathToFileURL(path.join(copy, "packages/sandbox/dist", file)).href);
  const [{ createTenant, sandboxClients }, { serve }] = await Promise.all([load("index.js"), load("node/index.js")]);
  const server = await serve(createTenant({ tasks: 300 }));
  return { url: `${server.url}/beta`, user: sandboxClients.user, close: () => server.close() };
}

function versionsIn(copy: string): Record<string, string> {
  return Object.fromEntries(publishedPackages(copy).map(({ name, version }) => [name, version]));
}

function isNextMinor(before = "", after = ""): boolean {
  const [major, minor] = before.split(".").map(Number);
  return after === `${major}.${Number(minor) + 1}.0`;
}

async function run(cwd: string, args: readonly string[]): Promise<void> {
  const { ok, stdout, stderr } = await runNode(args, cwd);
  if (!ok) throw new Error(`${args.map((arg) => path.basename(arg)).join(" ")} failed:\n${(stdout + stderr).trim()}`);
}

function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new Error(`${otherwise.charAt(0).toUpperCase()}${otherwise.slice(1)}.`);
}
