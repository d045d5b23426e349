import { appendFileSync, existsSync, globSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { isOwnText } from "../../../scripts/is-own-text.ts";
import { copyRepository } from "../../../scripts/release/src/copy-repository.ts";
import { changeSpec } from "../../../scripts/release/src/rehearse/change-spec.ts";
import { type ProgramRun, runProgram } from "../../../scripts/run-program.ts";
import { localServer } from "./local-server.ts";

const repository = path.resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "sailkit-walk-through-"));
const specs = process.env.SAILKIT_SPECS;
const beta = path.join(specs ?? "", "sailpoint-beta-2026-08-22.json.gz");
const ours = readFileSync(path.join(repository, "spec/openapi.beta.yaml"), "utf8");

/** The blocks of commands that CONTRIBUTING marks as run by this test. */
const blocks = [
  ...readFileSync(path.join(repository, "CONTRIBUTING.md"), "utf8").matchAll(/^```sh walk-through\n([\s\S]*?)^```/gm),
].map(([, text = ""]) => text.trim().split("\n"));

/** The repository, copied once: every test finds it as it was committed there. */
const copy = path.join(folder, "repository");
let scripts: Record<string, string>;

beforeAll(() => {
  copyRepository(repository, copy);
  scripts = (JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8")) as { scripts: typeof scripts })
    .scripts;
}, 60_000);

beforeEach(async () => {
  for (const command of ["git checkout -q .", "git clean -fdq"]) await run(command);
}, 30_000);

afterAll(() => rm(folder, { recursive: true, force: true }), 60_000);

function start(
  command: string,
  args: readonly string[],
  cwd: string,
  more: NodeJS.ProcessEnv = {},
): Promise<ProgramRun> {
  return runProgram(command, args, { cwd, env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", ...more } });
}

/** Runs a line as a shell and pnpm do, without either: the script of the root stands for its name. */
async function run(line: string): Promise<ProgramRun> {
  const [command = "", target] = line.split(" > ");
  const words = command.split(" ");
  const name = words[0] === "pnpm" ? (words[1] ?? "") : undefined;
  if (name !== undefined && scripts[name] === undefined) throw new Error(`The root has no script ${name}.`);
  const [program = "", ...args] = name === undefined ? words : [...(scripts[name] ?? "").split(" "), ...words.slice(2)];
  const changeset = path.join(repository, "node_modules/@changesets/cli/bin.js");
  const ending = await (program === "git"
    ? start("git", args, copy)
    : start(process.execPath, program === "changeset" ? [changeset, ...args] : args, copy));
  if (target === undefined) return ending;
  writeFileSync(path.join(copy, target), ending.stdout);
  return { ...ending, stdout: "" };
}

/** Runs every line, each of which must go well, and gives what they print. */
async function runAll(lines: readonly string[]): Promise<string[]> {
  const printed: string[] = [];
  for (const line of lines) {
    const { exit, stdout, stderr } = await run(line);
    expect(exit, `${line}\n${stdout}${stderr}`).toBe(0);
    printed.push(stdout + stderr);
  }
  return printed;
}

async function compile(args: readonly string[], cwd: string): Promise<void> {
  const tsc = path.join(repository, "node_modules/typescript/bin/tsc");
  const { exit, stdout } = await start(process.execPath, [tsc, ...args], cwd);
  expect(exit, stdout).toBe(0);
}

/** Builds the published packages of the copy, the first before the second, and others after them. */
async function buildPackages(...others: readonly string[]): Promise<void> {
  for (const name of ["beta-client", "beta-sdk", ...others]) {
    await compile(["-p", "tsconfig.json"], path.join(copy, "packages", name));
  }
}

/** Type-checks all packages and examples of the copy, with their tests. */
async function typesHold(): Promise<void> {
  for (const project of globSync("{packages,examples}/*/tsconfig*.json", { cwd: copy }).sort()) {
    await compile(["--noEmit", "-p", project], copy);
  }
}

/** Runs the tests of packages of the copy; those that are random make as many runs as show that they work. */
async function testsPass(...names: readonly string[]): Promise<void> {
  const vitest = path.join(repository, "node_modules/vitest/vitest.mjs");
  const projects = names.flatMap((name) => ["--project", `@sailkit/${name}`]);
  const { exit, stdout, stderr } = await start(
    process.execPath,
    [vitest, "run", "--pool", "threads", ...projects],
    copy,
    { SAILKIT_RUNS: "20", VITEST: undefined, VITEST_MODE: undefined, NODE_ENV: undefined },
  );
  expect(exit, stdout + stderr).toBe(0);
}

const status = async () => (await start("git", ["status", "--porcelain"], copy)).stdout;

test("CONTRIBUTING marks two ways", () => {
  expect(blocks).toHaveLength(2);
});

test("a new edition is pulled as CONTRIBUTING says", async () => {
  changeSpec(path.join(copy, "spec/openapi.beta.yaml"), path.join(copy, ".sailkit-next.yaml"));
  const printed = await runAll(blocks[0] ?? []);
  expect(printed[0]).toContain("this was a dry run; nothing was changed");
  expect(printed[0]).toMatch(/^read new spec: [\s\S]*^read old spec: /m);
  expect(printed[1]).toMatch(
    /the spec was replaced[\s\S]*\.changeset\/spec-[0-9a-f]+\.md: @sailkit\/beta-client minor\.\n\.changeset\/spec-[0-9a-f]+\.md: @sailkit\/beta-sdk minor, decided by its types: TaskStatus\.region is new\./,
  );
  expect(readFileSync(path.join(copy, ".sailkit-diff.md"), "utf8")).toMatch(
    /^## The changesets\n\n[\s\S]*@sailkit\/beta-sdk minor, decided by its types[\s\S]*region/,
  );
  expect(printed[3]).toContain("@sailkit/beta-client");
  expect(printed[4]).toMatch(
    /^ M packages\/beta-client\/[\s\S]*^ M spec\/openapi\.beta\.yaml\n[\s\S]*^\?\? \.changeset\/spec-/m,
  );
  expect(printed[4]).not.toContain(".sailkit-");
  await buildPackages();
  expect(readFileSync(path.join(copy, "packages/beta-client/dist/generated/models.d.ts"), "utf8")).toMatch(
    /\bTaskStatus\b/,
  );
}, 120_000);

test.skipIf(!isOwnText)(
  "README shows what the commands print",
  async () => {
    const spec = path.join(copy, "spec/openapi.beta.yaml");
    const text = readFileSync(spec, "utf8");
    const field = "        launcher:\n          type: string\n";
    expect(text.split(field)).toHaveLength(2);
    writeFileSync(spec, text.replace(field, `${field}          nullable: true\n`));
    const readme = readFileSync(path.join(repository, "README.md"), "utf8");
    const [, shown = ""] = /^```console\n([\s\S]*?)^```/m.exec(readme) ?? [];
    const lines = [...shown.matchAll(/^\$ (.*)\n/gm)].map(([, line = ""]) => line);
    const printed = await runAll(lines);
    // How long each step took is another matter in every run; which operations there are, in every spec.
    const told = printed.map((output) => output.replaceAll(/^\w+: [\d.]+ m?s\n/gm, ""));
    const ofAnySpec = (text: string) =>
      text
        .replaceAll(/\(answered by [^)]*\)/g, "(answered by …)")
        .replaceAll(/\d+ (operations|files)/g, "N $1")
        .replaceAll(/spec-[0-9a-f]+/g, "spec-…");
    expect(ofAnySpec(lines.map((line, at) => `$ ${line}\n${told[at]}`).join(""))).toBe(ofAnySpec(shown));
  },
  60_000,
);

test("our own text is changed as CONTRIBUTING says", async () => {
  const spec = path.join(copy, "spec/openapi.beta.yaml");
  changeSpec(spec, spec);
  const printed = await runAll(blocks[1] ?? []);
  expect(printed[1]).toContain("region");
  expect(printed[2]).toMatch(
    /\.changeset\/spec-[0-9a-f]+\.md: @sailkit\/beta-client minor\.\n\.changeset\/spec-[0-9a-f]+\.md: @sailkit\/beta-sdk minor, decided by its types/,
  );
  expect(printed[3]).toContain("what is committed is what the inputs give");
  // Whichever way they are written, and however often, they are the same.
  const written = await status();
  const [generated, diffed] = await runAll([
    "pnpm generate --changeset",
    "pnpm sailkit diff .sailkit-old.yaml spec/openapi.beta.yaml --changeset",
  ]);
  for (const text of [generated, diffed]) expect(text?.match(/says so already/g)).toHaveLength(2);
  expect(await status()).toBe(written);
  // A draft that is taken back takes its changesets with it.
  await run("git checkout -q spec");
  await runAll(["pnpm generate"]);
  expect(await status()).not.toMatch(/\.changeset|spec\//);
}, 120_000);

test("an sdk that no longer compiles is told of, with the place and what to do", async () => {
  const spec = path.join(copy, "spec/openapi.beta.yaml");
  writeFileSync(
    spec,
    readFileSync(spec, "utf8").replace("operationId: getTaskStatus\n", "operationId: readTaskStatus\n"),
  );
  const [printed] = await runAll(["pnpm generate"]);
  expect(printed).toMatch(
    /@sailkit\/beta-sdk minor \(breaking, below 1\.0\.0\), as the client has it, since IT NO LONGER COMPILES\. Mend it, then run "pnpm generate --changeset" for a bump of its own:\n {2}packages\/beta-sdk\/src\/tasks\/tasks\.ts:\d+:\d+: [^\n]*getTaskStatus/,
  );
  const tasks = path.join(copy, "packages/beta-sdk/src/tasks/tasks.ts");
  writeFileSync(tasks, readFileSync(tasks, "utf8").replace(/\bgetTaskStatus\b/g, "readTaskStatus"));
  const [mended] = await runAll(["pnpm generate --changeset"]);
  expect(mended).toContain(
    "@sailkit/beta-sdk patch, decided by its types and the calls it makes: they are as they were.",
  );
}, 120_000);

describe("the exit code of a pull tells what became of it, and nothing changes unless it went well", () => {
  test.each([
    ["1 for a server that fails", 500, "application/json", "{}", 1, "answers with status 500"],
    ["2 for a web page", 200, "text/html", "<html></html>", 2, "answers with text/html"],
    ["2 for half a document", 200, "application/json", '{"openapi":"3.0.3",', 2, "is no valid JSON"],
    ["0 for a dry run", 200, "text/plain", ours, 0, "this was a dry run"],
  ])("%s", async (_, code, type, body, exit, words) => {
    const server = await localServer((_, response) => response.writeHead(code, { "content-type": type }).end(body));
    try {
      const dry = exit === 0 ? "--dry-run " : "";
      // One more space than ours, so that there is something to compare.
      if (exit === 0) appendFileSync(path.join(copy, "spec/openapi.beta.yaml"), "\n");
      const before = await status();
      const ending = await run(`pnpm sailkit pull ${dry}--from ${server.url}/spec`);
      expect(ending).toMatchObject({ exit, stderr: expect.stringContaining(words) });
      expect(await status()).toBe(before);
    } finally {
      await server.close();
    }
  });

  test("0 for 304, without a word to the server than that", async () => {
    let etag = "";
    const server = await localServer((request, response) => {
      const known = request.headers["if-none-match"] === '"one"';
      etag = String(request.headers["if-none-match"]);
      response.writeHead(known ? 304 : 200, { "content-type": "text/plain", etag: '"one"' }).end(known ? "" : ours);
    });
    try {
      await runAll([`pnpm sailkit pull --from ${server.url}/spec`]);
      const [printed] = await runAll([`pnpm sailkit pull --from ${server.url}/spec`]);
      expect(printed).toContain("nothing to do");
      expect(etag).toBe('"one"');
    } finally {
      await server.close();
    }
  }, 60_000);
});

test.skipIf(specs === undefined || !existsSync(beta) || !isOwnText)(
  "the vendor's whole beta spec in place of ours gives packages of 559 operations that build and pass their tests",
  async () => {
    const { exit, stderr } = await run(`pnpm sailkit pull --from ${beta}`);
    expect(exit, stderr).toBe(0);
    expect(stderr).toContain("559 operations");
    expect(stderr).toMatch(
      /@sailkit\/beta-client minor \(breaking, below 1\.0\.0\)\.\n.*: @sailkit\/beta-sdk minor \(breaking, below 1\.0\.0\), decided by/,
    );
    await runAll(["pnpm generate --check", "pnpm changeset status"]);
    await buildPackages("sandbox");
    await Promise.all([
      typesHold(),
      testsPass("beta-client", "beta-sdk"),
      runAll(["node examples/list-tasks/src/start.ts", "node examples/watch-tasks/src/start.ts"]),
    ]);
    const manifest = path.join(copy, "packages/beta-client/dist/generated/manifest.js");
    const counted = await start(
      process.execPath,
      ["-p", "Object.keys(require(process.argv[1]).manifest).length", manifest],
      copy,
    );
    expect(counted.stdout.trim()).toBe("559");
  },
  300_000,
);
