import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { writeChangeset } from "../../../src/diff/changeset/write-changeset.ts";
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
  return writeChangeset({ diff, old, next }, { policy, workspace });
}

const files = () => readdirSync(path.join(root, ".changeset"));

test("the client and every published package that depends on it are bumped, and people are told what to do", async () => {
  const { outcome, file } = await write(OLD, NULLABLE);
  expect(outcome).toBe("written");
  expect(file).toMatch(/^\.changeset\/spec-[0-9a-f]{12}\.md$/);
  const text = readFileSync(path.join(root, file ?? ""), "utf8");
  expect(text.slice(0, text.indexOf("\n<!--"))).toBe(
    `---
"@t/client": minor
"@t/sdk": minor
---

The API's spec has changed: 1 breaking change, 1 improved description.

**Breaking**

- [\`getTask\`](../client/docs/methods/task-management.md#get-task)
  - 200 answer.note: may be null (answered by getTask). Handle null.

**Documentation**

- \`getTask\`
`,
  );
});

test("a major change is major from 1.0 on, and below it where the policy says so", async () => {
  packageAt("packages/client", { name: "@t/client", version: "1.2.0" });
  const { file } = await write(OLD, NULLABLE);
  expect(readFileSync(path.join(root, file ?? ""), "utf8")).toContain('"@t/client": major\n"@t/sdk": minor');
  const strict = await write(OLD, NULLABLE, { majorIsMinorBelowOne: false });
  expect(readFileSync(path.join(root, strict.file ?? ""), "utf8")).toContain('"@t/client": major\n"@t/sdk": major');
});

test("running twice writes one file, and the second run changes nothing", async () => {
  const first = await write(OLD, NULLABLE);
  const second = await write(OLD, NULLABLE);
  expect([second.outcome, second.file]).toEqual(["unchanged", first.file]);
  expect(files()).toHaveLength(1);
});

test("a file that a person has edited is kept", async () => {
  const { file } = await write(OLD, NULLABLE);
  const target = path.join(root, file ?? "");
  const edited = readFileSync(target, "utf8").replace("Handle null.", "Notes may be missing now.");
  writeFileSync(target, edited);
  const again = await write(OLD, NULLABLE);
  expect([again.outcome, again.file]).toEqual(["kept", file]);
  expect(readFileSync(target, "utf8")).toBe(edited);
});

test("a file of ours that Windows has checked out is still ours", async () => {
  const { file } = await write(OLD, NULLABLE);
  const target = path.join(root, file ?? "");
  writeFileSync(target, readFileSync(target, "utf8").replaceAll("\n", "\r\n"));
  expect((await write(OLD, NULLABLE)).outcome).toBe("written");
});

test("a further draft from the same starting point takes the place of the first, unless a person has edited that", async () => {
  const first = await write(OLD, NULLABLE);
  const second = await write(OLD, tasks({ type: "integer" }));
  expect(files()).toEqual([path.basename(second.file ?? "")]);
  writeFileSync(path.join(root, second.file ?? ""), "---\n---\n\nBy hand.\n");
  const third = await write(OLD, NULLABLE);
  expect(third.file).toBe(first.file);
  expect(files().sort()).toEqual([path.basename(first.file ?? ""), path.basename(second.file ?? "")].sort());
});

test("a change from another starting point is news of its own", async () => {
  await write(OLD, NULLABLE);
  await write(NULLABLE, tasks({ type: "integer" }));
  expect(files()).toHaveLength(2);
});

test("nothing is written where nothing changed for a consumer", async () => {
  const outcome = await write(OLD, OLD);
  expect(outcome).toMatchObject({ outcome: "none", file: undefined });
});

test("text of a spec cannot end the front matter, open a comment, or name another package", async () => {
  const hostile = sideOf({
    paths: { "/a": { get: { operationId: '`"\n---\n"@t/other": major\n---\n<!-- sailkit: base', responses: {} } } },
  });
  const { file } = await write(sideOf({ paths: {} }), hostile);
  const text = readFileSync(path.join(root, file ?? ""), "utf8");
  expect(text.split("\n---\n")).toHaveLength(2);
  expect(text.match(/<!--/g)).toHaveLength(1);
});
