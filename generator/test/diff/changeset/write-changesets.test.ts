import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeChangesets } from "../../../src/diff/changeset/write-changesets.ts";
import { diffSpecs } from "../../../src/diff/diff-specs.ts";
import type { DiffPolicy } from "../../../src/diff/policy/policy.ts";
import type { SpecSide } from "../../../src/diff/spec-side.ts";
import { sideOf } from "../side-of.ts";

let root: string;

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), "sailkit-changeset-"));
  packageAt("packages/client", { name: "@t/client", version: "0.3.0" });
  packageAt("packages/sdk", { name: "@t/sdk", version: "0.1.0", dependencies: { "@t/client": "workspace:*" } });
  packageAt("packages/demo", { name: "@t/demo", private: true, dependencies: { "@t/client": "workspace:*" } });
  packageAt("packages/other", { name: "@t/other", version: "1.0.0" });
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function packageAt(folder: string, manifest: object): void {
  mkdirSync(path.join(root, folder), { recursive: true });
  writeFileSync(path.join(root, folder, "package.json"), JSON.stringify(manifest));
}

const tasks = (schema: object, more: object = {}) =>
  sideOf({
    paths: {
      "/tasks/{id}": {
        get: {
          operationId: "getTask",
          tags: ["Task Management"],
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          responses: {
            200: {
              description: "",
              content: { "application/json": { schema: { type: "object", properties: { note: schema } } } },
            },
          },
          ...more,
        },
      },
    },
  });
const OLD = tasks({ type: "string" });
const NULLABLE = tasks({ type: "string", nullable: true }, { summary: "Gets a task" });

async function write(old: SpecSide, next: SpecSide, policy: DiffPolicy = {}) {
  const diff = await diffSpecs(old, next, policy);
  const workspace = { root, apis: { beta: { spec: "spec.yaml", package: "packages/client" } } };
  return writeChangesets({ diff, old, next }, { policy, workspace });
}

const outcomes = (some: Awaited<ReturnType<typeof write>>) => some.map(({ outcome }) => outcome);
const text = (file: string | undefined) => readFileSync(path.join(root, file ?? ""), "utf8");
const bare = (file: string | undefined) => text(file).slice(0, text(file).indexOf("\n<!--"));

const files = () => readdirSync(path.join(root, ".changeset"));

test("the client and every published package that depends on it have a changeset each, and people are told what to do", async () => {
  const [client, sdk, ...others] = await write(OLD, NULLABLE);
  expect(others).toEqual([]);
  expect([client?.package, client?.outcome, sdk?.package, sdk?.outcome]).toEqual([
    "@t/client",
    "written",
    "@t/sdk",
    "written",
  ]);
  expect(client?.file).toMatch(/^\.changeset\/spec-[0-9a-f]{12}\.md$/);
  expect(client?.message).toBe(`${client?.file}: @t/client minor (breaking, below 1.0.0).`);
  expect(bare(client?.file)).toBe(
    `---
"@t/client": minor
---

The API's spec has changed: 1 breaking change, 1 improved description.

**Breaking**

- [\`getTask\`](../client/docs/methods/task-management.md#get-task)
  - 200 answer.note: may be null (answered by getTask). Handle null.

**Documentation**

- \`getTask\`
`,
  );
  expect(bare(sdk?.file)).toBe(
    `---
"@t/sdk": minor
---

Follows the changed spec of the API: see what changes in \`@t/client\`.
`,
  );
  expect(sdk?.message).toBe(
    `${sdk?.file}: @t/sdk minor (breaking, below 1.0.0), as the client has it, since it has no tsconfig.json, or exports nothing that is made of TypeScript. Read the changeset, and correct it.`,
  );
});

test("a major change is major from 1.0 on, and below it where the policy says so", async () => {
  packageAt("packages/client", { name: "@t/client", version: "1.2.0" });
  const bumps = async (policy: DiffPolicy) => {
    const some = await write(OLD, NULLABLE, policy);
    return some.map(({ file }) => text(file).split("\n")[1]);
  };
  expect(await bumps({})).toEqual(['"@t/client": major', '"@t/sdk": minor']);
  expect(await bumps({ majorIsMinorBelowOne: false })).toEqual(['"@t/client": major', '"@t/sdk": major']);
});

test("running twice writes each file once, and the second run changes nothing", async () => {
  const first = await write(OLD, NULLABLE);
  const second = await write(OLD, NULLABLE);
  expect(outcomes(second)).toEqual(["unchanged", "unchanged"]);
  expect(second.map(({ file }) => file)).toEqual(first.map(({ file }) => file));
  expect(files()).toHaveLength(2);
});

test("a file that a person has edited is kept", async () => {
  const [client] = await write(OLD, NULLABLE);
  const target = path.join(root, client?.file ?? "");
  const edited = readFileSync(target, "utf8").replace("Handle null.", "Notes may be missing now.");
  writeFileSync(target, edited);
  const again = await write(OLD, NULLABLE);
  expect(outcomes(again)).toEqual(["kept", "unchanged"]);
  expect(readFileSync(target, "utf8")).toBe(edited);
});

test("a file of ours that Windows has checked out is still ours", async () => {
  const [client] = await write(OLD, NULLABLE);
  const target = path.join(root, client?.file ?? "");
  writeFileSync(target, readFileSync(target, "utf8").replaceAll("\n", "\r\n"));
  expect(outcomes(await write(OLD, NULLABLE))).toEqual(["written", "unchanged"]);
});

test("a further draft from the same starting point takes the place of the first, unless a person has edited that", async () => {
  const first = await write(OLD, NULLABLE);
  const second = await write(OLD, tasks({ type: "integer" }));
  const names = (some: typeof first) => some.map(({ file }) => path.basename(file ?? ""));
  expect(files().sort()).toEqual(names(second).sort());
  for (const name of names(second)) writeFileSync(path.join(root, ".changeset", name), "---\n---\n\nBy hand.\n");
  const third = await write(OLD, NULLABLE);
  expect(names(third)).toEqual(names(first));
  expect(files().sort()).toEqual([...names(first), ...names(second)].sort());
});

test("a change from another starting point is news of its own", async () => {
  await write(OLD, NULLABLE);
  await write(NULLABLE, tasks({ type: "integer" }));
  expect(files()).toHaveLength(4);
});

test("nothing is written where nothing changed for a consumer, and what was written of a draft goes", async () => {
  await write(OLD, NULLABLE);
  const [outcome] = await write(OLD, OLD);
  expect(outcome).toMatchObject({ outcome: "none", file: undefined });
  expect(files()).toEqual([]);
});

test("text of a spec cannot end the front matter, open a comment, or name another package", async () => {
  const hostile = sideOf({
    paths: { "/a": { get: { operationId: '`"\n---\n"@t/other": major\n---\n<!-- sailkit: base', responses: {} } } },
  });
  for (const { file } of await write(sideOf({ paths: {} }), hostile)) {
    expect(text(file).split("\n---\n")).toHaveLength(2);
    expect(text(file).match(/<!--/g)).toHaveLength(1);
  }
});
