import { Ajv } from "ajv";
import formats from "ajv-formats";
import { describe, expect, test } from "vitest";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { sandboxClients } from "../../src/auth/sandbox-clients.ts";
import type { Fault } from "../../src/faults/fault.ts";
import type { OperationId } from "../../src/operations/operation-id.ts";
import { startSession } from "../start-session.ts";
import { readSpec } from "./read-spec.ts";

type Node = Readonly<Record<string, unknown>>;

const spec = readSpec();
const ajv = new Ajv({ strict: false, allErrors: true });
// ajv-formats is CommonJS; its types do not know what Node makes of that.
(formats as unknown as (ajv: Ajv) => void)(ajv);
openType(spec.components);
ajv.addSchema(spec, "spec");

/** The one enum whose undocumented members the sandbox answers on purpose: the spec calls it open. */
function openType(components: Node): void {
  const { type } = at(components, "schemas", "TaskStatus", "properties") as { type: { enum?: unknown } };
  delete type.enum;
}

function at(node: Node, ...path: readonly string[]): Node {
  return path.reduce((parent, name) => parent[name] as Node, node);
}

function resolve(node: Node): Node {
  const { $ref } = node;
  return typeof $ref === "string" ? at(spec as unknown as Node, ...$ref.slice(2).split("/")) : node;
}

/** What of an answer breaks the spec: of its status, its headers, its media type or its body. */
async function violations(operation: OperationId, response: Response): Promise<unknown[]> {
  const operations = Object.values(spec.paths).flatMap((item) => Object.values(item));
  const declared = operations.find(({ operationId }) => operationId === operation)?.responses[response.status];
  if (declared === undefined) return [`${response.status} is not declared`];
  const { headers = {}, content } = resolve(declared as Node) as { headers?: Node; content?: Node };
  const found: unknown[] = [];
  if (!("SLPT-Request-ID" in headers)) found.push("the spec declares no SLPT-Request-ID");
  for (const name of Object.keys(headers)) {
    const value = response.headers.get(name);
    if (name === "X-Total-Count" && value === null) continue;
    const pattern = name === "SLPT-Request-ID" ? /^[0-9a-f]{32}$/ : /^\d+$/;
    if (!pattern.test(value ?? "")) found.push(`${name}: ${value}`);
  }
  const text = await response.text();
  if (content === undefined) return text === "" ? found : [...found, `a body: ${text}`];
  if (response.headers.get("content-type") !== "application/json") found.push(response.headers.get("content-type"));
  const validate = ajv.compile(anchor(at(content, "application/json", "schema")) as object);
  return validate(JSON.parse(text)) ? found : [...found, ...(validate.errors ?? [])];
}

/** A schema outside its document: its references point into the document. */
function anchor(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(anchor);
  if (typeof node !== "object" || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [key, key === "$ref" ? `spec${value}` : anchor(value)]),
  );
}

const clearing = '[{"op":"replace","path":"/completionStatus","value":"ERROR"}]';
const patchHeaders = { "content-type": "application/json-patch+json" };

const calls: readonly [OperationId, string, RequestInit][] = [
  ["getTaskStatusList", "/task-status?count=true", {}],
  ["getPendingTasks", "/task-status/pending-tasks?count=true", {}],
  ["getPendingTaskHeaders", "/task-status/pending-tasks?count=true", { method: "HEAD" }],
  ["getTaskStatus", "/task-status/{id}", {}],
  ["updateTaskStatus", "/task-status/{id}", { method: "PATCH", body: clearing, headers: patchHeaders }],
];

test.skipIf(!isOwnText)("an answer that breaks the spec would be found", async () => {
  const { call, tenant } = await startSession();
  tenant.faults.add({ edit: () => [{ id: 1, created: "today" }], headers: { "slpt-request-id": "x" } });
  const found = await violations("getTaskStatusList", await call("/task-status"));
  expect(found).toContain("SLPT-Request-ID: x");
  expect(found).toContainEqual(expect.objectContaining({ instancePath: "/0/id", message: "must be string" }));
  expect(found).toContainEqual(expect.objectContaining({ instancePath: "/0/created", keyword: "format" }));
  expect(found.length).toBeGreaterThan(15);
});

describe.skipIf(!isOwnText)("what the sandbox answers is what the spec says", () => {
  test.each(calls)("%s, well", async (operation, path, init) => {
    const { call, tenant } = await startSession({ tasks: 3_000, pending: 40 });
    for (const task of [
      tenant.tasks.pending()[0],
      tenant.tasks.pending()[7],
      ...tenant.tasks.completed().slice(0, 50),
    ]) {
      const response = await call(path.replace("{id}", task?.id ?? ""), init);
      expect(response.status).toBe(200);
      expect(await violations(operation, response)).toEqual([]);
    }
    for (let offset = 0; operation === "getTaskStatusList" && offset < 3_000; offset += 250) {
      expect(await violations(operation, await call(`/task-status?offset=${offset}`))).toEqual([]);
    }
  });

  test.each(calls.slice(1, 3))("%s, with 204", async (operation, path, init) => {
    const { call } = await startSession({ pending: 0, emptyPending: "no-content" });
    const response = await call(path, init);
    expect([response.status, await violations(operation, response)]).toEqual([204, []]);
  });

  test.each(calls)("%s, badly", async (operation, path, init) => {
    const poor = { ...sandboxClients.user, scopes: ["idn:other:read"] };
    const session = await startSession({ rateLimit: { requests: 3 } });
    const forbidden = await startSession({ clients: [poor] }, poor);
    const { id } = session.tenant.startTask();
    const target = path.replace("{id}", id);
    const bad = operation === "updateTaskStatus" ? { ...init, body: "{}" } : init;
    const answers = [
      await session.call(path.includes("{id}") ? "/task-status/%ff" : `${path}&limit=x`, init),
      await session.call(path.includes("{id}") ? "/task-status/unknown" : path, init),
      await session.call(target, bad),
      await session.call(target, init),
      await session.call(target, { ...init, headers: { ...init.headers, authorization: "Bearer a.b.c" } }),
      await forbidden.call(target, init),
    ];
    const [ok, missing] = [operation === "updateTaskStatus" ? 400 : 200, path.includes("{id}") ? 404 : 200];
    expect(answers.map(({ status }) => status)).toEqual([400, missing, ok, 429, 401, 403]);
    for (const answer of answers) expect(await violations(operation, answer)).toEqual([]);
  });

  test.each(calls.filter(([operation]) => operation !== "getPendingTaskHeaders"))(
    "%s, as a fault",
    async (operation, path, init) => {
      for (const status of [400, 401, 429, 500]) {
        const fault: Fault = { status, ...(status === 429 && { headers: { "retry-after": "3" } }) };
        const { call, tenant } = await startSession();
        tenant.faults.add(fault);
        expect(await violations(operation, await call(path, init))).toEqual([]);
      }
    },
  );
});
