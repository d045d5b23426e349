import { spawnSync } from "node:child_process";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { SpecSide } from "../../../src/diff/spec-side.ts";
import { sideOf } from "../side-of.ts";
import { type TestPackages, testPackages } from "./test-packages.ts";

/** A package that hides the client: a class with methods, an option with a callback, a function, and names nobody reaches. */
const SOURCES = {
  "index.ts": `import { type Caller, getTask, listTasks, type ListTasksInit, type Task } from "@t/client";
import type { Watch } from "./watch.ts";
export type { Watch } from "./watch.ts";
export class Tasks {
  readonly #client: Caller;
  constructor(client: Caller) {
    this.#client = client;
  }
  async get(id: string): Promise<Task | undefined> {
    return (await getTask(this.#client, { params: { path: { id } } })).data;
  }
  async list(query: NonNullable<NonNullable<ListTasksInit["params"]>["query"]>): Promise<readonly Task[]> {
    return (await listTasks(this.#client, { params: { query } })).data ?? [];
  }
  async watch(id: string, options: Watch): Promise<void> {
    const task = await this.get(id);
    if (task) options.onTask(task);
  }
}
export const nameOf: (task: Task) => string = (task) => String(task.name);
`,
  "watch.ts": `import type { Task } from "@t/client";
export interface Watch {
  readonly onTask: (task: Task) => void;
}
`,
};

let packages: TestPackages;
beforeEach(() => {
  packages = testPackages(SOURCES);
});
afterEach(() => packages.remove());

interface Variant {
  readonly task?: object;
  readonly required?: readonly string[];
  readonly query?: readonly object[];
  readonly more?: object;
  readonly operation?: object;
}

const LIMIT = { name: "limit", in: "query", schema: { type: "integer" } };

function spec({ task = {}, required = ["name"], query = [LIMIT], more = {}, operation = {} }: Variant = {}): SpecSide {
  const content = (schema: object) => ({ 200: { description: "", content: { "application/json": { schema } } } });
  const ref = { $ref: "#/components/schemas/Task" };
  const id = { name: "id", in: "path", required: true, schema: { type: "string" } };
  return sideOf({
    paths: {
      "/tasks": {
        get: {
          operationId: "listTasks",
          parameters: query,
          responses: content({ type: "array", items: ref }),
          ...operation,
        },
      },
      "/tasks/{id}": { get: { operationId: "getTask", parameters: [id], responses: content(ref) } },
      ...more,
    },
    components: {
      schemas: { Task: { type: "object", required, properties: { name: { type: "string" }, ...task } } },
    },
  });
}

const OLD = spec();

test("what breaks those who read what the package answers is breaking, told by the model it happens to", async () => {
  expect(await packages.judge(OLD, spec({ required: [] }))).toEqual({
    level: "major",
    decidedBy: "types",
    types: [{ level: "major", subject: "Task", place: "name", text: "may be undefined" }],
    wire: [],
    errors: [],
  });
});

test("what the package answers besides is new", async () => {
  expect(await packages.judge(OLD, spec({ task: { region: { type: "string" } } }))).toMatchObject({
    level: "minor",
    decidedBy: "types",
    types: [{ level: "minor", subject: "Task", place: "region", text: "is new" }],
  });
});

test("what a method takes is judged the other way round", async () => {
  const offset = { name: "offset", in: "query", schema: { type: "integer" } };
  expect(await packages.judge(OLD, spec({ query: [LIMIT, offset] }))).toMatchObject({
    level: "minor",
    types: [{ subject: "Tasks", place: "list(query).offset", text: "is new" }],
  });
  expect(await packages.judge(OLD, spec({ query: [LIMIT, { ...offset, required: true }] }))).toMatchObject({
    level: "major",
    types: [{ subject: "Tasks", place: "list(query).offset", text: "is required" }],
  });
  expect(await packages.judge(OLD, spec({ query: [{ ...LIMIT, schema: { type: "string" } }] }))).toMatchObject({
    level: "major",
    types: [{ subject: "Tasks", place: "list(query).limit", text: "no longer takes number" }],
  });
});

test("a callback is given what the package reads: more than before does not break it, less does", async () => {
  packages = replaced(packages, {
    "index.ts": `import type { Watch } from "./watch.ts";
export const watch: (options: Watch) => void = () => {};
`,
    "watch.ts": SOURCES["watch.ts"],
  });
  expect(await packages.judge(OLD, spec({ task: { region: { type: "string" } } }))).toMatchObject({ level: "minor" });
  expect(await packages.judge(OLD, spec({ required: [] }))).toMatchObject({
    level: "major",
    types: [{ subject: "Task", place: "name", text: "may be undefined" }],
  });
});

test("a change of the client that the package neither shows nor calls leaves it as it was, breaking or not", async () => {
  const other = (type: string) =>
    spec({ more: { "/other": { get: { operationId: "getOther", responses: { 200: answer(type) } } } } });
  expect(await packages.judge(other("string"), other("integer"))).toEqual({
    level: "patch",
    decidedBy: "nothing",
    types: [],
    wire: [],
    errors: [],
  });
});

const answer = (type: string) => ({ description: "", content: { "application/json": { schema: { type } } } });

test("what only the wire shows of an operation it calls is news for its users as well", async () => {
  const limit = { ...LIMIT, schema: { type: "integer", default: 10 } };
  expect(
    await packages.judge(
      spec({ query: [limit] }),
      spec({ query: [{ ...limit, schema: { ...limit.schema, default: 5 } }] }),
    ),
  ).toMatchObject({ level: "major", decidedBy: "wire", types: [], wire: [{ id: "default-changed" }] });
  expect(await packages.judge(OLD, spec({ operation: { deprecated: true } }))).toMatchObject({
    level: "minor",
    decidedBy: "wire",
    wire: [{ id: "operation-deprecated" }],
  });
});

test("a package that no longer compiles is said to, with the place", async () => {
  expect(await packages.judge(OLD, spec({ query: [] }))).toEqual({
    level: "major",
    decidedBy: "errors",
    types: [],
    wire: [],
    errors: [
      expect.stringContaining("Property 'params' does not exist on type"),
      expect.stringMatching(/^packages.sdk.src.index.ts:[0-9]+:[0-9]+: /),
    ],
  });
});

describe("a package adapted to the new client already is compared with what was committed of it", () => {
  const adapted = SOURCES["index.ts"]
    .replaceAll("ListTasksInit", "ListAllTasksInit")
    .replaceAll("listTasks", "listAllTasks");
  const renamed = () => spec({ operation: { operationId: "listAllTasks" } });

  beforeEach(() => {
    const git = (...args: string[]) =>
      expect(spawnSync("git", args, { cwd: packages.root, encoding: "utf8" })).toMatchObject({ status: 0 });
    git("init", "-q");
    git("add", "-A");
    git(
      "-c",
      "user.name=t",
      "-c",
      "user.email=t@localhost",
      "-c",
      "commit.gpgsign=false",
      "commit",
      "-q",
      "-m",
      "Before",
    );
  });

  test("its users need not notice", async () => {
    packages.write("src/index.ts", adapted);
    const verdict = await packages.judge(OLD, renamed());
    expect(verdict).toMatchObject({ level: "patch", decidedBy: "nothing", errors: [] });
  });

  test.each([
    ["major", "options: Watch", "options: Watch, part: string", "watch(part)", "is required"],
    ["minor", "get(id: string)", "get(id: string, part?: string)", "get(part)", "is new"],
    ["major", "id: string, options: Watch", "id: string", "watch(options)", "is gone"],
    ["major", "async list(", "async all(", "list", "is gone"],
  ])("%s: %s becomes %s", async (level, from, to, place, text) => {
    packages.write(
      "src/index.ts",
      adapted
        .replace(from, to)
        .replace("options.onTask(task)", to === "id: string" ? "String(task)" : "options.onTask(task)"),
    );
    const verdict = await packages.judge(OLD, renamed());
    expect(verdict).toMatchObject({ level, decidedBy: "types", errors: [] });
    expect(verdict.types).toContainEqual({ level, subject: "Tasks", place, text });
  });
});

test("without git, such a package has the bump of the client, and a person is asked to look", async () => {
  packages.write(
    "src/index.ts",
    SOURCES["index.ts"].replaceAll("ListTasksInit", "ListAllTasksInit").replaceAll("listTasks", "listAllTasks"),
  );
  expect(await packages.judge(OLD, spec({ operation: { operationId: "listAllTasks" } }))).toMatchObject({
    level: "major",
    decidedBy: "unknown",
    errors: ["it compiles against the new client alone, not against the old one"],
  });
});

test("a name that the package passes on is its own", async () => {
  const enumerated = (values: string[]) => spec({ task: { state: { type: "string", enum: values } } });
  packages = replaced(packages, { "index.ts": 'export { taskStateValues, type TaskState } from "@t/client";\n' });
  expect(await packages.judge(enumerated(["A"]), enumerated(["A", "B"]))).toMatchObject({ level: "major" });
  packages = replaced(packages, { "index.ts": 'export * from "@t/client";\n' });
  expect(await packages.judge(spec({ task: { state: { type: "string", enum: ["A"] } } }), OLD)).toMatchObject({
    level: "major",
    types: expect.arrayContaining([
      { level: "major", subject: "taskStateValues", place: "", text: "is no longer exported" },
    ]),
  });
});

test("better descriptions alone cost no compiler", async () => {
  packages.write("src/index.ts", "nothing that compiles");
  const verdict = await packages.judge(OLD, spec({ operation: { summary: "All tasks" } }));
  expect(verdict).toMatchObject({ level: "patch", decidedBy: "nothing" });
});

function replaced(old: TestPackages, sources: Record<string, string>): TestPackages {
  old.remove();
  return testPackages(sources);
}
