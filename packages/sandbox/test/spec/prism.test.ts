import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { type Session, startSession } from "../start-session.ts";
import { type Prism, startPrism } from "./start-prism.ts";

interface Sent {
  readonly method: string;
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

const id = "7d3f0c5e9a1b4286b1e5d0c8f4a29637";
const patchType = { "content-type": "application/json-patch+json" };

let prism: Prism | undefined;
let session: Session;

beforeAll(async () => {
  if (!isOwnText) return;
  [prism, session] = await Promise.all([startPrism(), startSession({ tasks: 30 })]);
  const task = session.tenant.tasks.pending()[0];
  if (task !== undefined) session.tenant.tasks.insert({ ...task, id });
}, 30_000);

afterAll(() => prism?.stop());

/** The status of both, for the same request. An empty header is not sent. */
async function ask({ method, path, headers = {}, body }: Sent): Promise<{ prism: number; sandbox: number }> {
  const sent = Object.entries({ authorization: `Bearer ${session.token}`, ...headers }).filter(
    ([, value]) => value !== "",
  );
  const init = { method, headers: Object.fromEntries(sent), ...(body !== undefined && { body }) };
  const [theirs, ours] = await Promise.all([
    fetch(`${prism?.url}${path}`, init),
    session.tenant.fetch(`https://acme.test/beta${path}`, init),
  ]);
  await Promise.all([theirs.arrayBuffer(), ours.arrayBuffer()]);
  return { prism: theirs.status, sandbox: ours.status };
}

const get = (path: string, headers = {}): Sent => ({ method: "GET", path, headers });
const patch = (body: unknown, headers: Record<string, string> = patchType): Sent => ({
  method: "PATCH",
  path: `/task-status/${id}`,
  headers,
  body: typeof body === "string" ? body : JSON.stringify(body),
});
const replace = { op: "replace", path: "/completionStatus", value: "ERROR" };

describe.skipIf(!isOwnText)("requests that Prism takes, and so does the sandbox", () => {
  test.each<Sent>([
    get("/task-status"),
    get("/task-status?limit=0"),
    get("/task-status?limit=250&offset=10&count=true"),
    get("/task-status?offset=2147483647"),
    get("/task-status?count=false"),
    get("/task-status?filters=completionStatus%20eq%20%22SUCCESS%22"),
    get("/task-status?filters=id+in+(%221%22)&sorters=-created"),
    get("/task-status?unknown=1"),
    get("/task-status", { accept: "application/json" }),
    get("/task-status", { accept: "text/html, */*;q=0.1" }),
    get("/task-status/pending-tasks"),
    get("/task-status/pending-tasks?limit=1&offset=1&count=true"),
    { method: "HEAD", path: "/task-status/pending-tasks?count=true" },
    get(`/task-status/${id}`),
    patch([]),
    patch([replace, { op: "replace", path: "/completed", value: "2026-03-02T09:30:00.000Z" }]),
    patch([{ ...replace, value: null }]),
    patch([{ ...replace, comment: "ignored" }]),
    patch([{ op: "test", path: "/id", value: id }]),
    patch([replace], { "content-type": "application/json-patch+json; charset=utf-8" }),
  ])("$method $path $headers $body", async (sent) => {
    const status = await ask(sent);
    expect(status).toEqual({ prism: 200, sandbox: 200 });
  });
});

describe.skipIf(!isOwnText)("requests that Prism refuses, and so does the sandbox", () => {
  test.each<[Sent, number, number]>([
    [get("/"), 404, 404],
    [get("/task-statuses"), 404, 404],
    [get(`/task-status/${id}/x`), 404, 404],
    [{ method: "POST", path: "/task-status" }, 405, 405],
    [{ method: "HEAD", path: "/task-status" }, 405, 405],
    [{ method: "DELETE", path: `/task-status/${id}` }, 405, 405],
    [{ method: "PUT", path: `/task-status/${id}`, headers: patchType, body: "[]" }, 405, 405],
    [get("/task-status?limit=251"), 400, 400],
    [get("/task-status?limit=-1"), 400, 400],
    [get("/task-status?limit=1.5"), 400, 400],
    [get("/task-status?limit=many"), 400, 400],
    [get("/task-status?offset=-1"), 400, 400],
    [get("/task-status?offset=x"), 400, 400],
    [get("/task-status?count=yes"), 400, 400],
    [get("/task-status?count=1"), 400, 400],
    [get("/task-status/pending-tasks?limit=1000"), 400, 400],
    [{ method: "HEAD", path: "/task-status/pending-tasks?offset=-5" }, 400, 400],
    [get("/task-status", { authorization: "" }), 401, 401],
    [get("/task-status", { authorization: "Basic eDp5" }), 401, 401],
    [get(`/task-status/${id}`, { authorization: "" }), 401, 401],
    [patch([], { ...patchType, authorization: "" }), 401, 401],
    [get("/task-status", { accept: "text/html" }), 406, 406],
    [get("/task-status", { accept: "application/xml;q=0.9" }), 406, 406],
    [patch([], { "content-type": "text/plain" }), 400, 415],
    [patch({}), 400, 400],
    [patch([1]), 400, 400],
    [patch([{ path: "/completed" }]), 400, 400],
    [patch([{ op: "remove" }]), 400, 400],
    [patch([{ ...replace, op: "clear" }]), 400, 400],
    [patch([{ ...replace, path: 5 }]), 400, 400],
    [patch([{ op: "move", path: "/completed", from: 5 }]), 400, 400],
    [patch("null"), 400, 400],
  ])("%j: %i, %i", async (sent, theirs, ours) => {
    expect(await ask(sent)).toEqual({ prism: theirs, sandbox: ours });
  });
});

describe.skipIf(!isOwnText)("requests that only the sandbox refuses, for what the spec says in words", () => {
  test.each<[Sent, number]>([
    [patch([replace], { "content-type": "application/json" }), 415],
    [{ method: "PATCH", path: "/task-status/pending-tasks", headers: patchType, body: "[]" }, 405],
    [patch([{ ...replace, path: "/progress" }]), 400],
    [patch([{ ...replace, value: "Error" }]), 400],
    [patch([{ op: "replace", path: "/completed" }]), 400],
    [get("/task-status?filters=completionStatus"), 400],
    [get("/task-status?filters=shoeSize%20eq%20%22sweep%22"), 400],
    [get("/task-status?sorters=id"), 400],
  ])("%j: %i", async (sent, ours) => {
    expect(await ask(sent)).toEqual({ prism: 200, sandbox: ours });
  });
});

const odd = fc.oneof(
  fc.constantFrom(
    "0",
    "1",
    "250",
    "251",
    "-1",
    "1e2",
    "0x10",
    "1.0",
    "",
    " 5",
    "5 ",
    "true",
    "false",
    "TRUE",
    "null",
    "2147483648",
    "NaN",
  ),
  fc.string({ maxLength: 4 }),
);

const query = fc
  .array(fc.tuple(fc.constantFrom("limit", "offset", "count", "filters", "sorters", "other"), odd), { maxLength: 3 })
  .map((pairs) => (pairs.length === 0 ? "" : `?${new URLSearchParams(pairs)}`));

const operation = fc.record(
  {
    op: fc.constantFrom<unknown[]>("add", "remove", "replace", "move", "copy", "test", "ADD", 1, null),
    path: fc.constantFrom<unknown[]>("/completed", "/completionStatus", "/id", "", "completed", 1, null),
    from: fc.constantFrom<unknown[]>("/created", "/completed", 1),
    value: fc.jsonValue({ maxDepth: 1 }),
  },
  { requiredKeys: [] },
);

const request: fc.Arbitrary<Sent> = fc.oneof(
  fc.record({
    method: fc.constantFrom("GET", "HEAD", "DELETE"),
    path: fc
      .tuple(fc.constantFrom("/task-status", "/task-status/pending-tasks", `/task-status/${id}`, "/task"), query)
      .map((parts) => parts.join("")),
    headers: fc.record(
      {
        accept: fc.constantFrom(
          "application/json",
          "text/html",
          "*/*",
          "application/*",
          "text/csv, application/json;q=0.5",
        ),
      },
      { requiredKeys: [] },
    ) as fc.Arbitrary<Record<string, string>>,
  }),
  fc.record({
    method: fc.constant("PATCH"),
    path: fc.constantFrom(`/task-status/${id}`, "/task-status"),
    headers: fc.constantFrom(patchType, patchType, patchType, { "content-type": "application/json" }),
    body: fc
      .oneof({ weight: 4, arbitrary: fc.array(operation, { maxLength: 3 }) }, { weight: 1, arbitrary: fc.jsonValue() })
      .map((value) => JSON.stringify(value)),
  }),
);

test.skipIf(!isOwnText)(
  "whatever Prism refuses, the sandbox refuses",
  async () => {
    const seen = { both: 0, neither: 0, sandbox: 0 };
    await fc.assert(
      fc.asyncProperty(request, async (sent) => {
        const status = await ask(sent);
        const refused = { prism: status.prism >= 400, sandbox: status.sandbox >= 400 };
        if (refused.prism) expect(status.sandbox).toSatisfy((ours: number) => ours >= 400 && ours < 500);
        seen[refused.prism ? "both" : refused.sandbox ? "sandbox" : "neither"]++;
      }),
      { numRuns: 300 },
    );
    // Each of the three occurs.
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  },
  60_000,
);
