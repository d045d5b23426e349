import { createHash } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pull } from "../../src/commands/pull.ts";
import { type LocalServer, localServer } from "../pull/local-server.ts";
import { SPEC, type TestWorkspace, testWorkspace } from "../pull/workspace.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

/** `SPEC` with one more operation. */
const NEXT = {
  ...SPEC,
  info: { title: "Tasks", version: "1.1.0" },
  paths: {
    ...SPEC.paths,
    "/tasks/{id}": {
      get: {
        operationId: "getTask",
        tags: ["Tasks", "Single tasks"],
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { "204": { description: "It is there." } },
      },
    },
  },
};

let workspace: TestWorkspace;
let server: LocalServer;
/** What the server sends. */
let upstream: { body: string; etag: string };

beforeEach(async () => {
  workspace = testWorkspace();
  upstream = { body: JSON.stringify(NEXT), etag: '"next"' };
  server = await localServer((request, response) => {
    if (request.headers["if-none-match"] === upstream.etag) return response.writeHead(304).end();
    return response
      .writeHead(200, {
        "content-type": "text/plain; charset=utf-8",
        "last-modified": "Sat, 22 Aug 2026 10:00:00 GMT",
        etag: upstream.etag,
      })
      .end(upstream.body);
  });
});

afterEach(async () => {
  await server.close();
  workspace.remove();
});

/** A record as a person writes it, with the server as the upstream. */
function record(facts: object = {}) {
  const value = {
    api: "tasks",
    upstream: { license: "MIT", url: `${server.url}/spec.json`, ...facts },
    tags: ["Tasks"],
  };
  workspace.write("spec/source.json", JSON.stringify(value));
}

test("a pull replaces the spec, regenerates, and writes the changeset and the record", async () => {
  record();
  const result = await pull({}, workspace.tools);
  expect(result).toMatchObject({
    api: "tasks",
    outcome: "pulled",
    date: "2026-08-22",
    diff: { bump: "minor" },
    changesets: [{ outcome: "written" }, { outcome: "written" }],
    generated: { outcome: "written" },
    idle: [],
  });
  const spec = workspace.read("spec/openapi.yaml");
  expect(spec).toMatch(/^openapi: 3\.0\.3\ninfo:\n {2}title: Tasks\n/);
  expect(workspace.generated).toEqual([spec]);
  expect(JSON.parse(workspace.read("spec/source.json"))).toEqual({
    api: "tasks",
    upstream: {
      license: "MIT",
      url: `${server.url}/spec.json`,
      name: "Tasks",
      version: "1.1.0",
      date: "2026-08-22",
      etag: '"next"',
      sha256: sha256(upstream.body),
      bytes: Buffer.byteLength(upstream.body),
    },
    tags: ["Tasks", "Single tasks"],
    pulled: {
      from: `${server.url}/spec.json`,
      date: "2026-08-22",
      etag: '"next"',
      sha256: sha256(upstream.body),
      bytes: Buffer.byteLength(upstream.body),
      spec: sha256(spec),
    },
  });
  const [client = "", sdk = ""] = result.changesets.map(({ file }) => workspace.read(file ?? ""));
  expect(client).toContain('"@test/client": minor\n');
  expect(client).toContain("getTask");
  expect(sdk).toContain('"@test/sdk": minor\n');
  expect(Object.keys(workspace.files()).filter((file) => file.includes(".sailkit"))).toEqual([]);
});

test("a dry run shows the same changes, and changes nothing", async () => {
  record();
  const before = workspace.files();
  const result = await pull({ dryRun: true }, workspace.tools);
  expect(result).toMatchObject({ outcome: "previewed", diff: { bump: "minor" }, generated: undefined });
  expect(workspace.files()).toEqual(before);
});

describe("nothing new", () => {
  test("304 changes nothing", async () => {
    record({ etag: '"next"', date: "2026-08-22" });
    const before = workspace.files();
    expect(await pull({}, workspace.tools)).toMatchObject({ outcome: "not-modified", date: "2026-08-22" });
    expect(workspace.files()).toEqual(before);
    expect(workspace.generated).toEqual([]);
  });

  test("the known edition under a new ETag is known by its SHA-256, and next time by its ETag", async () => {
    record({ etag: '"before"', sha256: sha256(upstream.body) });
    const spec = workspace.read("spec/openapi.yaml");
    expect(await pull({}, workspace.tools)).toMatchObject({ outcome: "not-modified" });
    expect(workspace.read("spec/openapi.yaml")).toBe(spec);
    await pull({}, workspace.tools);
    expect(server.requests.map(({ headers }) => headers["if-none-match"])).toEqual(['"before"', '"next"']);
  });

  test("a URL that was pulled before is asked for changes only, until somebody edits the spec", async () => {
    const url = `${server.url}/mirror.json`;
    await pull({ from: url }, workspace.tools);
    expect(await pull({ from: url }, workspace.tools)).toMatchObject({ outcome: "not-modified" });
    workspace.write("spec/openapi.yaml", `${workspace.read("spec/openapi.yaml")}x-edited: true\n`);
    expect(await pull({ from: url }, workspace.tools)).toMatchObject({ outcome: "pulled" });
    expect(server.requests.map(({ headers }) => headers["if-none-match"])).toEqual([undefined, '"next"', undefined]);
  });

  test("a spec that says the same already is left, and what a killed pull left undone is done", async () => {
    record();
    await pull({}, workspace.tools);
    record();
    const result = await pull({}, workspace.tools);
    expect(result).toMatchObject({ outcome: "current", generated: { outcome: "written" }, changesets: [] });
    expect(JSON.parse(workspace.read("spec/source.json"))).toMatchObject({ upstream: { etag: '"next"' } });
  });
});

describe("what goes wrong leaves everything as it was", () => {
  test.each([
    [
      "a web page sent as text",
      "<!doctype html><title>Log in</title>",
      "is a web page or XML, not an OpenAPI document",
    ],
    ["JSON cut off", JSON.stringify(NEXT).slice(0, -40), "is no valid JSON"],
    ["another document", '{"swagger":"2.0"}', "is a Swagger 2.0 document, not OpenAPI 3"],
    ["an empty answer", "", "is empty"],
    [
      "two operations of one name",
      JSON.stringify({ ...NEXT, paths: { ...NEXT.paths, "/other": NEXT.paths["/tasks"] } }),
      "operationId",
    ],
    [
      "a reference to a file",
      JSON.stringify({ ...NEXT, components: { schemas: { Task: { $ref: "overlay.yaml#/info" } } } }),
      "/components/schemas/Task: The reference leads to another document.",
    ],
    [
      "a reference to the network",
      JSON.stringify({ ...NEXT, components: { schemas: { Task: { $ref: "http://127.0.0.1:9/x" } } } }),
      "/components/schemas/Task: The reference leads to another document.",
    ],
  ])("%s is refused", async (_, body, reason) => {
    record();
    upstream.body = body;
    const before = workspace.files();
    const outcome = await pull({}, workspace.tools).catch((error: Error) => error);
    expect(outcome).toMatchObject({ name: "SpecRefusal", message: expect.stringContaining(reason) });
    expect(workspace.files()).toEqual(before);
    expect(workspace.generated).toEqual([]);
  });

  test("generation that fails takes back the spec and the changeset", async () => {
    const failing = testWorkspace({ fail: new Error("no Java") });
    failing.write(".changeset/mine.md", "by hand\n");
    const before = failing.files();
    await expect(pull({ from: `${server.url}/spec.json` }, failing.tools)).rejects.toThrow("no Java");
    expect(failing.generated).toHaveLength(1);
    expect(failing.files()).toEqual(before);
    failing.remove();
  });

  test("a server that is gone", async () => {
    record();
    const before = workspace.files();
    await server.close();
    await expect(pull({}, workspace.tools)).rejects.toMatchObject({ name: "PullError" });
    expect(workspace.files()).toEqual(before);
    server = await localServer(() => {});
  });
});

describe("from a file", () => {
  test("the upstream and its edition stay as they are recorded", async () => {
    record({ etag: '"old"', sha256: "of an edition" });
    const file = workspace.write("vendor/next.json", JSON.stringify(NEXT));
    expect(await pull({ from: file }, workspace.tools)).toMatchObject({ outcome: "pulled", date: undefined });
    expect(JSON.parse(workspace.read("spec/source.json"))).toMatchObject({
      upstream: { license: "MIT", url: `${server.url}/spec.json`, etag: '"old"', sha256: "of an edition" },
      pulled: { from: "vendor/next.json", date: "2026-09-01", etag: null, sha256: sha256(JSON.stringify(NEXT)) },
    });
    expect(server.requests).toEqual([]);
  });

  test("a spec in several files is brought into one", async () => {
    workspace.write("vendor/task.yaml", "Task: { type: object, properties: { id: { type: string } } }\n");
    const file = workspace.write(
      "vendor/root.yaml",
      `openapi: 3.0.3
info: { title: Tasks, version: 2.0.0 }
servers: [{ url: "https://api.example.com" }]
paths:
  /tasks:
    get:
      operationId: listTasks
      tags: [Tasks]
      responses:
        "200": { description: One., content: { application/json: { schema: { $ref: "task.yaml#/Task" } } } }
`,
    );
    await pull({ from: file }, workspace.tools);
    const spec = workspace.read("spec/openapi.yaml");
    expect(spec).toContain("$ref: '#/components/schemas/Task'");
    expect(spec).not.toContain("task.yaml");
    const again = await pull({ from: file }, workspace.tools);
    expect(again).toMatchObject({ outcome: "current" });
  });

  test("a file outside is recorded by its name", async () => {
    const elsewhere = testWorkspace();
    const file = elsewhere.write("spec.json", JSON.stringify(NEXT));
    await pull({ from: file }, workspace.tools);
    expect(JSON.parse(workspace.read("spec/source.json"))).toMatchObject({ pulled: { from: "spec.json" } });
    elsewhere.remove();
  });

  test("a recorded path is the upstream", async () => {
    workspace.write("vendor/next.json", JSON.stringify(NEXT));
    workspace.write(
      "spec/source.json",
      JSON.stringify({ api: "tasks", upstream: { file: "../vendor/next.json" }, tags: [] }),
    );
    expect(await pull({}, workspace.tools)).toMatchObject({ outcome: "pulled" });
    expect(await pull({}, workspace.tools)).toMatchObject({ outcome: "not-modified" });
  });
});

test("actions of the overlay that find nothing are named", async () => {
  upstream.body = JSON.stringify({ ...SPEC, paths: { "/jobs": SPEC.paths["/tasks"] } });
  const { idle, diff } = await pull({ from: server.url }, workspace.tools);
  expect(idle.map(({ message }) => message)).toEqual(["Action 0 selects nothing: $.paths['/tasks'].get"]);
  expect(diff?.bump).toBe("major");
});

test("a spec in place that is missing, or of no use, is replaced without a changeset", async () => {
  rmSync(path.join(workspace.root, "spec/openapi.yaml"));
  expect(await pull({ from: server.url }, workspace.tools)).toMatchObject({ outcome: "pulled", diff: undefined });
  workspace.write("spec/openapi.yaml", "swagger: '2.0'\n");
  expect(await pull({ from: server.url }, workspace.tools)).toMatchObject({ outcome: "pulled", changesets: [] });
});

describe("what is asked for must exist", () => {
  test("an upstream", async () => {
    await expect(pull({}, workspace.tools)).rejects.toThrow(
      "source.json names no upstream. Say where the spec is with --from",
    );
  });

  test("the API", async () => {
    await expect(pull({ api: "none" }, workspace.tools)).rejects.toThrow('no API "none". It has: tasks.');
  });

  test("a name that says how to write the spec", async () => {
    const { workspace: own } = workspace.tools;
    const apis = { tasks: { spec: "spec/openapi.json.gz", package: "packages/client" } };
    await expect(pull({}, { ...workspace.tools, workspace: { ...own, apis } })).rejects.toThrow(
      "spec/openapi.json.gz cannot be written: its name must end in .json, .yaml or .yml.",
    );
  });

  test("one API of several", async () => {
    const { apis } = workspace.tools.workspace;
    const several = {
      ...workspace.tools.workspace,
      apis: { ...apis, other: { ...apis.tasks, spec: "spec/other.yaml" } },
    };
    const tools = { ...workspace.tools, workspace: several as typeof workspace.tools.workspace };
    await expect(pull({}, tools)).rejects.toThrow("Say which API to pull with --api: tasks, other.");
    record();
    await pull({ api: "other", from: server.url }, tools);
    expect(JSON.parse(workspace.read("spec/source.other.json"))).toMatchObject({
      api: "other",
      upstream: { url: server.url },
    });
  });

  test("a record that can be read", async () => {
    workspace.write("spec/source.json", "{");
    await expect(pull({}, workspace.tools)).rejects.toThrow(/source\.json is no valid JSON/);
    workspace.write("spec/source.json", "[]");
    await expect(pull({}, workspace.tools)).rejects.toThrow(/has no `api` or no `upstream`/);
  });
});
