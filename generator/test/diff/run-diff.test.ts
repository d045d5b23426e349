import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { inRepository } from "../../src/config/in-repository.ts";

let folder: string;

const spec = (summary: string, operations: object) =>
  JSON.stringify({ openapi: "3.0.3", info: { title: "Test", version: "1", description: summary }, paths: operations });
const operation = { get: { operationId: "getTask", responses: { 200: { description: "A task" } } } };

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "sailkit-diff-"));
  writeFileSync(path.join(folder, "old.json"), spec("", { "/task": operation }));
  writeFileSync(path.join(folder, "new.json"), spec("", {}));
  writeFileSync(path.join(folder, "described.json"), spec("Tasks", { "/task": operation }));
  writeFileSync(
    path.join(folder, "broken.json"),
    '{"openapi": "3.0.3", "info": {}, "paths": {"/a": {"$ref": "#/nowhere"}}}',
  );
  writeFileSync(path.join(folder, "policy.json"), '{"levels": {"operation-removed": "minor"}}');
  writeFileSync(path.join(folder, "typo.json"), '{"level": {}}');
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function run(...args: string[]) {
  const cli = inRepository("generator/bin/sailkit.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, "diff", ...args], {
    cwd: folder,
    encoding: "utf8",
  });
  return { status, stdout, stderr };
}

test("JSON is all that standard output gets, and a breaking change fails only where it is asked to", () => {
  const { status, stdout, stderr } = run("old.json", "new.json", "--format", "json");
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(JSON.parse(stdout)).toMatchObject({
    bump: "major",
    changes: [{ id: "operation-removed", level: "major", operationId: "getTask", pointer: "/paths/~1task/get" }],
  });
  expect(run("old.json", "new.json", "--fail-on", "major").status).toBe(1);
  expect(run("old.json", "described.json", "--fail-on", "major").status).toBe(0);
  expect(run("old.json", "described.json", "--fail-on", "patch").status).toBe(1);
});

test("a policy file takes the place of the configured policy", () => {
  const { status, stdout } = run("old.json", "new.json", "--policy", "policy.json", "--fail-on", "major");
  expect(status).toBe(0);
  expect(stdout).toContain("bump: minor (1 minor)");
  const wrong = run("old.json", "new.json", "--policy", "typo.json");
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain('has "level". It may have: levels, majorIsMinorBelowOne, scopes.');
});

test("a spec that no client can be generated from is refused, a missing file fails", () => {
  expect(run("old.json", "broken.json").status).toBe(2);
  expect(run("old.json", "nowhere.json").status).not.toBe(0);
  const { status, stderr } = run("old.json", "new.json", "--format", "yaml");
  expect(status).toBe(1);
  expect(stderr).toContain('--format is "yaml". Use text, markdown or json.');
});
