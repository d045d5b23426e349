import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { lintFromString, loadConfig } from "@redocly/openapi-core";
import { apply, type JSONValue, type OpObject, query } from "json-p3";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { applyOverlay } from "../../src/spec/overlay/apply-overlay.ts";

interface Operation {
  operationId: string;
  deprecated?: boolean;
  "x-deprecated-description"?: string;
  parameters: { $ref?: string; name?: string }[];
  requestBody?: { content: Record<string, { examples: Record<string, { value: OpObject[] }> }> };
  security: Record<string, string[]>[];
  "x-sailpoint-userLevels": string[];
  responses: Record<string, { $ref?: string; headers?: object; content?: object }>;
}

interface Action {
  target: string;
  description?: string;
}

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const source = readFileSync(join(root, "spec/openapi.beta.yaml"), "utf8");
const spec = parse(source);
const overlay = parse(readFileSync(join(root, "spec/overlay.beta.yaml"), "utf8"));
const actions: Action[] = overlay.actions;
const operations = new Map<string, { route: string; operation: Operation }>();
for (const [path, item] of Object.entries<Record<string, Operation>>(spec.paths)) {
  for (const [method, operation] of Object.entries(item)) {
    operations.set(operation.operationId, { route: `${method.toUpperCase()} ${path}`, operation });
  }
}

const read = "idn:task-management:read";
const write = "idn:task-management:write";
const anyToken = [{ userAuth: [read, write] }, { applicationAuth: [read, write] }];
const admins = ["CERT_ADMIN", "REPORT_ADMIN", "ROLE_ADMIN", "ROLE_SUBADMIN", "SOURCE_ADMIN", "SOURCE_SUBADMIN"];
const writers = ["ORG_ADMIN", ...admins];
const readers = ["ORG_ADMIN", "HELPDESK", ...admins];

describe("the five operations", () => {
  const page = ["offset", "limit", "count"];
  test.each([
    ["getTaskStatusList", "GET /task-status", ["limit", "offset", "count", "filters", "sorters"], anyToken, readers],
    ["getPendingTasks", "GET /task-status/pending-tasks", page, anyToken, readers],
    ["getPendingTaskHeaders", "HEAD /task-status/pending-tasks", page, anyToken, readers],
    ["getTaskStatus", "GET /task-status/{id}", ["id"], anyToken, readers],
    ["updateTaskStatus", "PATCH /task-status/{id}", ["id"], [{ userAuth: [write] }], writers],
  ])("%s is %s with its parameters, scopes and user levels", (id, route, parameters, security, levels) => {
    const { operation, route: actual } = operations.get(id) ?? expect.fail(`no operation ${id}`);
    expect(actual).toBe(route);
    expect(operation.parameters.map((parameter) => resolved(parameter).name)).toEqual(parameters);
    expect(operation.security).toEqual(security);
    expect(operation["x-sailpoint-userLevels"]).toEqual(levels);
  });

  test("are all there is", () => {
    expect(operations.size).toBe(5);
  });

  test("answer the documented statuses, with a body only where one is promised", () => {
    const answers = [...operations].map(([id, { operation }]) => [
      id,
      Object.entries(operation.responses)
        .map(([status, response]) => (resolved(response).content ? status : `(${status})`))
        .join(" "),
    ]);
    expect(Object.fromEntries(answers)).toEqual({
      getTaskStatusList: "200 400 401 403 404 429 500",
      getPendingTasks: "200 (204) 400 401 403 429 500",
      getPendingTaskHeaders: "(200) (204) (400) (401) (403) (429) (500)",
      getTaskStatus: "200 400 401 (403) (404) 429 500",
      updateTaskStatus: "200 400 401 403 404 429 500",
    });
  });

  test("name the request in every answer, and the time to wait in every 429", () => {
    for (const { operation } of operations.values()) {
      for (const [status, response] of Object.entries(operation.responses)) {
        const headers = Object.keys(resolved(response).headers ?? {});
        expect(headers).toContain("SLPT-Request-ID");
        expect(headers.includes("Retry-After")).toBe(status === "429");
      }
    }
  });

  test("say what to use instead where they are deprecated", () => {
    const deprecated = [...operations.values()].filter(({ operation }) => operation.deprecated);
    expect(deprecated.map(({ operation }) => operation.operationId)).toEqual([
      "getPendingTasks",
      "getPendingTaskHeaders",
    ]);
    for (const { operation } of deprecated) {
      expect(operation["x-deprecated-description"]).toMatch(/getTaskStatusList .*`completionStatus isnull`/);
    }
  });
});

describe("collections", () => {
  test("page by 250 from 0 and do not count, unless asked", () => {
    const { limit, offset, count } = spec.components.parameters;
    expect(limit.schema).toEqual({ type: "integer", format: "int32", minimum: 0, maximum: 250, default: 250 });
    expect(offset.schema).toEqual({ type: "integer", format: "int32", minimum: 0, default: 0 });
    expect(count.schema).toEqual({ type: "boolean", default: false });
  });

  test("state the filter grammar as data, with the statuses of the schema", () => {
    const filters = parameter("getTaskStatusList", "filters");
    const operators = ["eq", "in"];
    const statuses = spec.components.schemas.TaskStatus.properties.completionStatus.enum;
    expect(filters["x-sailkit-filters"]).toEqual({
      id: { operators, type: "string" },
      sourceId: { operators, type: "string" },
      completionStatus: { operators, type: "string", enum: statuses.filter((status: unknown) => status !== null) },
      type: { operators, type: "string" },
    });
    expect(parameter("getTaskStatusList", "sorters")["x-sailkit-sorters"]).toEqual(["created"]);
  });

  test("show a filter and a sorter that the grammar admits", () => {
    const filters = parameter("getTaskStatusList", "filters");
    const [, field, operator, value] = /^(\w+) (\w+) "(\w+)"$/.exec(filters.example) ?? [];
    const rule = filters["x-sailkit-filters"][field ?? ""];
    expect(rule.operators).toContain(operator);
    expect(rule.enum).toContain(value);
    const sorters = parameter("getTaskStatusList", "sorters");
    expect(sorters["x-sailkit-sorters"]).toContain(sorters.example.replace(/^-/, ""));
  });
});

describe("examples", () => {
  test("agree with their schemas, as does everything else that the linter checks", async () => {
    expect(await findings(source)).toEqual([]);
  });

  test.each([
    ["completionStatus: SUCCESS", "completionStatus: Success"],
    ["type: QUEUED_TASK", "type: queued"],
    ["percentComplete: 35", "percentComplete: null"],
  ])("are refused by the linter when %s becomes %s", async (good, bad) => {
    expect(source).toContain(good);
    expect(await findings(source.replace(good, bad))).toContain("no-invalid-media-type-examples");
  });

  test("of enums are members of the enum", () => {
    const schemas = query("$..[?@.enum && @.example]", spec).values() as { enum: JSONValue[]; example: JSONValue }[];
    expect(schemas.length).toBeGreaterThan(4);
    for (const schema of schemas) expect(schema.enum).toContain(schema.example);
  });

  test("of the patch clear the pending task", () => {
    const content = operations.get("updateTaskStatus")?.operation.requestBody?.content ?? {};
    expect(Object.keys(content)).toEqual(["application/json-patch+json"]);
    const patch = content["application/json-patch+json"]?.examples.clearPendingTask?.value ?? [];
    const { pendingTask, clearedTask } = spec.components.examples;
    expect(pendingTask.value).toMatchObject({ completed: null, completionStatus: null });
    expect(apply(patch, structuredClone(pendingTask.value))).toEqual({
      ...clearedTask.value,
      modified: pendingTask.value.modified,
    });
  });

  test("of a patch value may be any JSON", () => {
    const { value } = spec.components.schemas.JsonPatchOperation.properties;
    expect(Object.keys(value)).toEqual(["description", "example"]);
  });
});

describe("the overlay", () => {
  test.each(actions.map((action) => [action.target, action] as const))("gives its reason for %s", (_, action) => {
    expect(action.description?.trim()).toMatch(/^.{60,}\.$/s);
  });

  test.each(actions.map((action) => [action.target, action] as const))("finds %s in our own text", (_, action) => {
    expect(query(action.target, spec).length).toBeGreaterThan(0);
  });

  test("changes nothing in our own text, not even an order", () => {
    const { document, findings: unused } = applyOverlay(spec, overlay);
    expect(unused).toEqual([]);
    expect(JSON.stringify(document)).toBe(JSON.stringify(spec));
  });
});

const published = join(process.env.SAILKIT_SPECS ?? "", "sailpoint-beta-2026-08-22.json.gz");
const missing = !process.env.SAILKIT_SPECS || !existsSync(published);

describe.skipIf(missing)("against the published spec (needs SAILKIT_SPECS)", () => {
  const text = missing ? "{}" : gunzipSync(readFileSync(published)).toString("utf8");

  test("the overlay corrects it, and a second time changes nothing more", () => {
    const { document, findings: unused } = applyOverlay(JSON.parse(text), overlay);
    expect(unused).toEqual([]);
    expect(
      query("$.paths['/task-status'].get.parameters[?@.name == 'filters'].example", document as JSONValue).values(),
    ).toEqual(['completionStatus eq "SUCCESS"']);
    const patch = "$.paths['/task-status/{id}'].patch.requestBody..example[*].value";
    expect(query(patch, document as JSONValue).values()).toEqual(["ERROR", expect.any(String)]);
    for (const path of [
      "$.components.schemas.JsonPatchOperation.properties['from', 'value']",
      "$.components.schemas.TaskStatus.properties['parentName', 'progress'].nullable",
      "$.components.schemas.LocalizedMessage.properties.locale.example",
      "$.components.responses['429'].headers['Retry-After']",
      "$.paths['/task-status'].get.responses['200'].headers['X-Total-Count']",
      "$.components.headers['X-Total-Count', 'Retry-After']",
    ]) {
      expect(query(path, document as JSONValue).values()).toEqual(query(path, spec).values());
    }
    expect(applyOverlay(document, overlay).document).toEqual(document);
  });

  test("the facts come from the edition that source.json names", () => {
    const { upstream } = JSON.parse(readFileSync(join(root, "spec/source.json"), "utf8"));
    expect(createHash("sha256").update(text).digest("hex")).toBe(upstream.sha256);
    expect(Buffer.byteLength(text)).toBe(upstream.bytes);
    expect(JSON.parse(text).info.version).toBe(upstream.version);
  });

  // JsonPatchOperation is corrected by the overlay; TaskStatusMessage says that its bare objects may have any key.
  test.each([
    "TaskStatus",
    "Target",
    "LocalizedMessage",
    "TaskReturnDetails",
    "TaskDefinitionSummary",
    "ErrorResponseDto",
    "ErrorMessageDto",
    "LocaleOrigin",
  ])("every field of %s has the published type, format, enum, nullability and necessity", (name) => {
    expect(facts(spec.components.schemas[name])).toEqual(facts(JSON.parse(text).components.schemas[name]));
  });

  test("no sentence of ours is theirs", () => {
    const plain = (value: string) => value.replace(/[`*\s]+/g, " ").toLowerCase();
    const theirs = plain(JSON.stringify(JSON.parse(text)).replaceAll("\\n", " "));
    const ours = [...query("$..description", spec).values(), ...query("$..summary", spec).values()]
      .filter((value) => typeof value === "string")
      .flatMap((value) => value.split(/(?<=[.:;])\s/))
      .map((sentence) => plain(sentence).trim())
      .filter((sentence) => sentence.split(" ").length >= 5);
    expect(ours.length).toBeGreaterThan(60);
    expect(ours.filter((sentence) => theirs.includes(sentence))).toEqual([]);
  });
});

/** Rule ids of what the linter finds in `text` under the configuration of the repository. */
async function findings(text: string): Promise<string[]> {
  const config = (await loadConfig({ configPath: join(root, "redocly.yaml") })).forAlias("beta");
  const problems = await lintFromString({ source: text, absoluteRef: join(root, "spec/openapi.beta.yaml"), config });
  return problems.map((problem) => problem.ruleId);
}

/** The object itself, or the component it refers to. */
function resolved<T extends { $ref?: string }>(object: T): T {
  if (!object.$ref) return object;
  return object.$ref
    .slice(2)
    .split("/")
    .reduce((node, key) => node[key], spec);
}

function parameter(operationId: string, name: string) {
  const found = operations.get(operationId)?.operation.parameters.find((candidate) => candidate.name === name);
  return (found as Record<string, ReturnType<typeof JSON.parse>> | undefined) ?? expect.fail(`no parameter ${name}`);
}

/** A schema without its wording, with `required` in a set order. */
function facts(schema: JSONValue): JSONValue {
  return JSON.parse(JSON.stringify(schema), (key, value) => {
    if (key === "example") return undefined;
    if ((key === "title" || key === "description") && typeof value === "string") return undefined;
    return key === "required" ? value.toSorted() : value;
  });
}
