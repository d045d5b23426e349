import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { copyRepository } from "../../../scripts/release/src/copy-repository.ts";
import { type ProgramRun, runProgram } from "../../../scripts/run-program.ts";
import { inRepository } from "../../src/config/in-repository.ts";

const repository = inRepository("");
const folder = mkdtempSync(path.join(tmpdir(), "sailkit-template-walk-"));
const copy = path.join(folder, "repository");

/** The commands that CONTRIBUTING marks as run by this test. */
const [, block = ""] =
  /^```sh template-walk-through\n([\s\S]*?)^```/m.exec(
    readFileSync(path.join(repository, "CONTRIBUTING.md"), "utf8"),
  ) ?? [];
const commands = block.trim().split("\n");

/** Checks that run tests of their own take minutes, and are run with all other tests anyway. */
const WITHOUT_TESTS = "--without hostile --without package --without sdk";

const { scripts } = JSON.parse(readFileSync(path.join(repository, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

beforeAll(() => copyRepository(repository, copy), 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }), 60_000);

/** Runs a line as a shell and pnpm do, without either: the script of the root stands for its name. */
function run(line: string): Promise<ProgramRun> {
  const words = line.split(" ");
  const name = words[0] === "pnpm" ? (words[1] ?? "") : undefined;
  const script = name === undefined ? undefined : scripts[name];
  if (name !== undefined && script === undefined) throw new Error(`The root has no script ${name}.`);
  const [program = "", ...args] = script === undefined ? words : [...script.split(" "), ...words.slice(2)];
  const changeset = path.join(repository, "node_modules/@changesets/cli/bin.js");
  const [command, given] =
    program === "git" ? ["git", args] : [process.execPath, program === "changeset" ? [changeset, ...args] : args];
  // What tells programs that they run inside a test is not what a contributor has.
  const inherited = Object.entries(process.env).filter(([key]) => !/^VITEST|^NODE_ENV$|^TEST$/.test(key));
  const env = { ...Object.fromEntries(inherited), NO_COLOR: "1", FORCE_COLOR: "0" };
  return runProgram(command, given, { cwd: copy, env });
}

beforeEach(async () => {
  for (const command of ["git checkout -q .", "git clean -fdq"]) await run(command);
}, 60_000);

test("a template is tweaked as CONTRIBUTING says: change a line, see it, renew what it changes, check, changeset", async () => {
  const template = path.join(copy, "templates/client/operation.mustache");
  const text = readFileSync(template, "utf8");
  const [line = ""] = /^\/\*\* What \{@link .*$/m.exec(text) ?? [];
  expect(line).not.toBe("");
  writeFileSync(
    template,
    text.replace(line, () => line.replace(" */", " It is new. */")),
  );
  expect(commands.length).toBeGreaterThan(5);
  const printed = new Map<string, string>();
  for (const command of commands) {
    const ending = await run(command.startsWith("pnpm check:templates") ? `${command} ${WITHOUT_TESTS}` : command);
    expect(ending.exit, `${command}\n${ending.printed}`).toBe(0);
    printed.set(command.split(" --")[0] ?? "", ending.printed);
  }
  expect(JSON.parse(printed.get("pnpm sailkit templates context") ?? "")).toMatchObject({
    for: "the operation getTaskStatus",
    data: { vendorExtensions: { "x-sailkit-operation": { name: "getTaskStatus" } } },
  });
  const preview = printed.get("pnpm sailkit templates preview client/operation") ?? "";
  expect(preview).toMatch(/^src\/generated\/operations\/task-management\.ts \+1 -1\n/);
  expect(preview).toMatch(/^\+ \/\*\* What \{@link getTaskStatus\} .*It is new\. \*\/$/m);
  expect(preview).toMatch(/^✔ types hold/m);
  expect(preview).toMatch(/^✔ openapi-generator prints the same/m);
  const check = printed.get("pnpm check:templates") ?? "";
  expect(check).toContain("What a user of @sailkit/beta-client would notice: a patch release");
  expect(check).toMatch(/All \d+ checks hold\./);
  expect(check.trimEnd().split("\n").length, "it fits on a screen").toBeLessThan(40);
  const [, changeset = ""] = /Written: (\.changeset\/templates-\w+\.md)/.exec(check) ?? [];
  expect(readFileSync(path.join(copy, changeset), "utf8")).toMatch(
    /^---\n"@sailkit\/beta-client": patch\n---\n\n.*described in other words\.\n$/,
  );
  expect(printed.get("pnpm changeset status")).toContain("@sailkit/beta-client");
  const status = printed.get("git status") ?? "";
  for (const file of [
    " M templates/client/operation.mustache",
    " M packages/beta-client/src/generated/operations/task-management.ts",
    " M packages/beta-client/sailkit.lock.json",
    " M generator/test/goldens/all-of.md",
    `?? ${changeset}`,
  ])
    expect(status).toContain(file);
  expect(status.split("\n").filter((one) => !/templates|generated|sailkit\.lock|goldens|^$/.test(one))).toEqual([]);
}, 900_000);

test("a file is added to the output in the steps that the README of the templates names", async () => {
  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(path.join(copy, file), "utf8");
    expect(text).toContain(from);
    writeFileSync(
      path.join(copy, file),
      text.replace(from, () => to),
    );
  };
  const template = [
    "{{! Prints the names of the modules, one for each tag. }}",
    "{{! Expects the root: x-sailkit-tags, a list of {slug}. }}",
    "{{> client/banner}}",
    "/** The modules of this client. */",
    "export const modules = [",
    "{{#x-sailkit-tags}}",
    '  "{{{slug}}}",',
    "{{/x-sailkit-tags}}",
    "] as const;",
    "",
  ];
  writeFileSync(path.join(copy, "templates/client/modules.mustache"), template.join("\n"));
  expect((await run("pnpm sailkit templates lint")).printed).toMatch(/modules\.mustache:1:1 dead-template/);
  const entry = '  { template: "client/models.mustache"';
  const added = '  { template: "client/modules.mustache", type: "supporting", destination: "modules.ts" },\n';
  change("generator/src/emit/client-files.ts", entry, `${added}${entry}`);
  const refused = await run("pnpm generate");
  expect(refused).toMatchObject({
    exit: 1,
    printed: expect.stringContaining("A generated file without a role is refused"),
  });
  change("generator/src/emit/ast-check/role-of.ts", "(?:enums|", "(?:enums|modules|");
  for (const line of [
    "pnpm generate",
    "pnpm sailkit templates lint",
    "pnpm sailkit templates coverage",
    "pnpm goldens:update",
  ]) {
    const { exit, printed } = await run(line);
    expect(exit, `${line}\n${printed}`).toBe(0);
  }
  const made = readFileSync(path.join(copy, "packages/beta-client/src/generated/modules.ts"), "utf8");
  expect(made).toMatch(/^export const modules = \[[^\]]*"task-management"[^\]]*\] as const;$/m);
  expect(readFileSync(path.join(copy, "generator/test/goldens/all-of.md"), "utf8")).toContain(
    "export const modules = [",
  );
}, 120_000);
