import { expect, test } from "vitest";
import { diffSpecs } from "../../src/diff/diff-specs.ts";
import { sideOf } from "./side-of.ts";

const json = (schema: object) => ({ content: { "application/json": { schema } } });
const task = { type: "object", required: ["id"], properties: { id: { type: "string" }, note: { type: "string" } } };
const ref = { $ref: "#/components/schemas/Task" };

/** A spec with a schema that travels both ways, for several operations. */
function spec(schema: object, more: object = {}) {
  const answers = { 200: { description: "The task", ...json(ref) } };
  return sideOf({
    paths: {
      "/tasks": {
        get: {
          operationId: "listTasks",
          responses: { 200: { description: "", ...json({ type: "array", items: ref }) } },
        },
      },
      "/tasks/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        get: { operationId: "getTask", responses: answers },
        put: { operationId: "putTask", requestBody: json(ref), responses: answers },
        ...more,
      },
    },
    components: { schemas: { Task: schema } },
  });
}

test("a change of a schema is reported once, with every operation and direction it reaches", async () => {
  const nullable = { ...task, properties: { ...task.properties, note: { type: "string", nullable: true } } };
  const { bump, changes } = await diffSpecs(spec(task), spec(nullable));
  expect(bump).toBe("major");
  expect(changes).toEqual([
    {
      id: "nullable-added",
      level: "major",
      operationId: "",
      pointer: "/components/schemas/Task/properties/note",
      message: "Task.note: may be null (sent to and answered by getTask, listTasks, putTask)",
      lens: "wire+types",
      in: "new",
      directions: ["request", "response"],
      operations: ["getTask", "listTasks", "putTask"],
      todo: "Handle null.",
    },
  ]);
});

test("what is gone is pointed at in the old spec", async () => {
  const { note: _note, ...properties } = task.properties;
  const { changes } = await diffSpecs(spec(task), spec({ ...task, properties }));
  expect(changes).toMatchObject([
    { id: "property-removed", pointer: "/components/schemas/Task/properties/note", in: "old" },
  ]);
});

test("a path whose places have other names is the same path", async () => {
  const rename = (text: string) =>
    text.replaceAll("{id}", "{taskId}").replaceAll('"name":"id","in":"path"', '"name":"taskId","in":"path"');
  const old = spec(task);
  const next = sideOf(JSON.parse(rename(JSON.stringify(old.document))) as object);
  const { changes } = await diffSpecs(old, next);
  expect(changes.map(({ id, lens }) => [id, lens])).toEqual([["path-parameter-renamed", "types"]]);
});

test("an operation that moves is named as moved, and one that is renamed as renamed", async () => {
  const at = (path: string, operationId: string) =>
    sideOf({ paths: { [path]: { get: { operationId, responses: {} } } } });
  const moved = await diffSpecs(at("/task", "getTask"), at("/tasks", "getTask"));
  expect(moved.changes.map(({ id, message, lens }) => [id, message, lens])).toEqual([
    ["operation-moved", "getTask was GET /task, is GET /tasks", "wire"],
  ]);
  const renamed = await diffSpecs(at("/task", "getTask"), at("/task", "readTask"));
  expect(renamed.changes.map(({ id, message, lens }) => [id, message, lens])).toEqual([
    ["operation-renamed", "GET /task was getTask, is readTask", "types"],
  ]);
});

test("operations that swap their paths are both renamed", async () => {
  const both = (a: string, b: string) =>
    sideOf({
      paths: { "/a": { get: { operationId: a, responses: {} } }, "/b": { get: { operationId: b, responses: {} } } },
    });
  const { changes } = await diffSpecs(both("one", "two"), both("two", "one"));
  expect(changes.map(({ id }) => id)).toEqual(["operation-renamed", "operation-renamed"]);
});

test("references, allOf and unions of one say nothing new", async () => {
  const written = [
    task,
    {
      allOf: [
        { type: "object", required: ["id"], properties: { id: { type: "string" } } },
        { properties: { note: { type: "string" } } },
      ],
    },
  ];
  for (const schema of written) {
    const { changes } = await diffSpecs(spec(task), spec(schema));
    expect(changes.filter(({ lens }) => lens !== "types")).toEqual([]);
  }
  const inline = sideOf({
    paths: { "/a": { get: { operationId: "a", responses: { 200: { description: "", ...json(task) } } } } },
  });
  const single = sideOf({
    paths: { "/a": { get: { operationId: "a", responses: { 200: { description: "", ...json({ oneOf: [task] }) } } } } },
  });
  expect(await diffSpecs(inline, single)).toEqual({ bump: "none", changes: [] });
});

test("OpenAPI 3.0 and 3.1 spell the same limits and null alike", async () => {
  const at = (openapi: string, schema: object) =>
    sideOf({
      openapi,
      paths: { "/a": { get: { operationId: "a", responses: { 200: { description: "", ...json(schema) } } } } },
    });
  const old = at("3.0.3", { type: "integer", nullable: true, minimum: 0, exclusiveMinimum: true });
  const next = at("3.1.0", { type: ["integer", "null"], exclusiveMinimum: 0 });
  const { bump, changes } = await diffSpecs(old, next);
  expect([bump, changes.map(({ id }) => id)]).toEqual(["none", ["version-changed"]]);
});

test("schemas that contain themselves come to an end", async () => {
  const tree = (leaf: object) => ({ type: "object", properties: { leaf, children: { type: "array", items: ref } } });
  const { changes } = await diffSpecs(spec(tree({ type: "string" })), spec(tree({ type: "integer" })));
  expect(changes.map(({ id, pointer, lens }) => [id, pointer, lens])).toEqual([
    ["type-changed", "/components/schemas/Task/properties/leaf", "wire+types"],
  ]);
});

test("a read-only property is no part of what is sent", async () => {
  const withId = (id: object) => ({ ...task, properties: { ...task.properties, id } });
  const { changes } = await diffSpecs(
    spec(withId({ type: "string", readOnly: true, maxLength: 10 })),
    spec(withId({ type: "string", readOnly: true, maxLength: 5 })),
  );
  expect(changes).toMatchObject([{ id: "constraint-tightened", level: "minor", directions: ["response"] }]);
});

test("a policy changes levels, and knows no rule that does not exist", async () => {
  const nullable = { ...task, properties: { ...task.properties, note: { type: "string", nullable: true } } };
  const levels = { "nullable-added": "patch", "type-model-changed": "patch" } as const;
  const { bump } = await diffSpecs(spec(task), spec(nullable), { levels });
  expect(bump).toBe("patch");
  const unknown = diffSpecs(spec(task), spec(task), { levels: { "nullable-add": "patch" } });
  await expect(unknown).rejects.toThrow('"nullable-add", which is no rule. Did you mean nullable-added');
  const strange = diffSpecs(spec(task), spec(task), { levels: { "nullable-added": "huge" as never } });
  await expect(strange).rejects.toThrow("Use one of none, patch, minor, major");
});

test("lowering the rule of the wire leaves what the compiler says", async () => {
  const nullable = { ...task, properties: { ...task.properties, note: { type: "string", nullable: true } } };
  const { bump, changes } = await diffSpecs(spec(task), spec(nullable), { levels: { "nullable-added": "minor" } });
  expect(bump).toBe("major");
  expect(changes.map(({ id, level, lens }) => [id, level, lens])).toEqual([
    ["type-model-changed", "major", "types"],
    ["nullable-added", "minor", "wire"],
  ]);
});

test("text of a spec that looks like code, Markdown or a prototype stays text", async () => {
  const hostile = "*/ `$\u007bx}` </script> | __proto__";
  const with_ = (properties: object) => spec({ type: "object", properties: JSON.parse(JSON.stringify(properties)) });
  const { changes } = await diffSpecs(
    with_({ [hostile]: { type: "string" } }),
    with_({ [hostile]: { type: "integer" }, constructor: { type: "string" } }),
  );
  expect(changes.map(({ id, lens }) => [id, lens])).toEqual([
    ["type-changed", "wire+types"],
    ["property-added-optional", "wire"],
  ]);
});
