import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { manifest } from "@sailkit/beta-client/manifest";
import { sandboxClients } from "@sailkit/sandbox";
import { serve } from "@sailkit/sandbox/node";
import { afterAll, expect, test } from "vitest";
import { createDocsTenant } from "./create-docs-tenant.ts";
import { getToken } from "./get-token.ts";
import { runProgram } from "./run-program.ts";

const folder = path.join(import.meta.dirname, "../../../packages/beta-client/docs/examples");
const all = readdirSync(folder, { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".ts"))
  .map((file) => file.replaceAll("\\", "/"))
  .sort();

/** What each program prints, and what the tenant was asked for. */
const expected: Readonly<Record<string, readonly [RegExp, ...string[]]>> = {
  "get-task-status-list.ts": [/^\[\n {2}\{\n[\s\S]*completionStatus: 'SUCCESS'/, "getTaskStatusList"],
  "get-pending-tasks.ts": [/^\[\n {2}\{\n[\s\S]*completionStatus: null/, "getPendingTasks"],
  "get-pending-task-headers.ts": [/^200 15\n$/, "getPendingTaskHeaders"],
  "get-task-status.ts": [/^\{\n[\s\S]*id: '[0-9a-f]{32}'/, "getTaskStatus"],
  "update-task-status.ts": [/^\{\n[\s\S]*id: '[0-9a-f]{32}'/, "updateTaskStatus"],
  "get-task-status-list.sdk-tasks-list.ts": [/^(?:.+ \d{4}-\d\d-\d\dT.+Z\n){5,}$/, "createToken", "getTaskStatusList"],
  "get-pending-tasks.sdk-tasks-pending-list.ts": [/^(?:.+ \d+\n){15}$/, "createToken", "getPendingTasks"],
  "get-pending-task-headers.sdk-tasks-pending-count.ts": [/^15\n$/, "createToken", "getPendingTaskHeaders"],
  "get-task-status.sdk-tasks-get.ts": [/^.+ null\n$/, "createToken", "getTaskStatus"],
  "get-task-status.sdk-tasks-wait-for.ts": [
    /^\d+ %\n100 %\nSUCCESS\n$/,
    "createToken",
    "getTaskStatus",
    "getTaskStatus",
  ],
  "update-task-status.sdk-tasks-update.ts": [/^ERROR\n$/, "createToken", "updateTaskStatus"],
  "update-task-status.sdk-tasks-complete.ts": [/^\d{4}-\d\d-\d\dT.+Z\n$/, "createToken", "updateTaskStatus"],
};

// Programs of operations that no tenant answers are compiled by the generator's tests, and not run here; the last line counts them.
const programs = all.filter((program) => path.posix.basename(program) in expected);
const passed = new Set<string>();

test.concurrent.each(programs)("%s runs against a sandbox", async (program) => {
  const text = readFileSync(path.join(folder, program), "utf8");
  const tenant = createDocsTenant(
    {},
    [...text.matchAll(/^ +id: "([^"]+)"/gm)].map(([, id = ""]) => id),
  );
  const server = await serve(tenant);
  try {
    const { id, secret } = sandboxClients.user;
    const env = {
      API_BASE_URL: `${server.url}/beta`,
      API_TOKEN: await getToken(server.url, fetch),
      SAIL_BASE_URL: server.url,
      SAIL_CLIENT_ID: id,
      SAIL_CLIENT_SECRET: secret,
    };
    const before = tenant.requests.length;
    const { code, stdout, stderr } = await runProgram(path.join(folder, program), { tenant: "none", env });
    const [output = /^$/, ...operations] = expected[path.posix.basename(program)] ?? [];
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toMatch(output);
    expect(tenant.requests.slice(before).map(({ operation }) => operation)).toEqual(operations);
    passed.add(program);
  } finally {
    await server.close();
  }
});

test("every operation has a program that calls it, and most of those that are to run are there", () => {
  const texts = all.map((program) => readFileSync(path.join(folder, program), "utf8"));
  const called = new Set(texts.map((text) => /await (\w+)\(client/.exec(text)?.[1]));
  expect([...called]).toEqual(expect.arrayContaining(Object.keys(manifest)));
  expect(programs.length).toBeGreaterThan(6);
});

afterAll(() => {
  const count = (isSdk: boolean) => {
    const of = all.filter((program) => program.includes(".sdk-") === isSdk);
    return `${of.filter((program) => passed.has(program)).length} of ${of.length}`;
  };
  console.info(`programs of the reference that ran: by function ${count(false)}, by the sdk ${count(true)}`);
});
