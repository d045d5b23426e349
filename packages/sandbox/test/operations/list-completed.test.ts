import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { FilterExpression } from "../../src/filter/filter-expression.ts";
import { printFilter } from "../../src/filter/print-filter.ts";
import { betaCollectionSupport } from "../../src/operations/beta-collection-support.ts";
import type { Task } from "../../src/tasks/task.ts";
import { type Session, startSession } from "../start-session.ts";

let session: Session;
let completed: Task[];

beforeAll(async () => {
  session = await startSession({ tasks: 500 });
  completed = session.tenant.tasks.completed();
});

async function list(parameters: Record<string, string | number | boolean> = {}, by = session) {
  const query = new URLSearchParams(Object.entries(parameters).map(([name, value]) => [name, String(value)]));
  const response = await by.call(`/task-status?${query}`);
  const json = response.status === 200 ? ((await response.json()) as Task[]) : [];
  return { response, json, total: response.headers.get("x-total-count") };
}

async function refusal(query: string, by = session) {
  const response = await by.call(`/task-status?${query}`);
  const { messages, causes, ...rest } = (await response.json()) as {
    detailCode: string;
    trackingId: string;
    messages: { text: string }[];
    causes: { text: string }[];
  };
  expect(rest.trackingId).toBe(response.headers.get("slpt-request-id"));
  return [response.status, rest.detailCode, ...messages.map(({ text }) => text), ...causes.map(({ text }) => text)];
}

describe("pages", () => {
  test("hold 250 tasks unless a limit says otherwise, and no pending one", async () => {
    const { json, total } = await list();
    expect(json).toEqual(completed.slice(0, 250));
    expect(json.every((task) => task.completionStatus !== null)).toBe(true);
    expect(total).toBeNull();
  });

  test("follow one another without a gap", async () => {
    const pages = [];
    for (let offset = 0; offset < 600; offset += 100) pages.push((await list({ offset, limit: 100 })).json);
    expect(pages.map((page) => page.length)).toEqual([100, 100, 100, 100, 100, 0]);
    expect(pages.flat()).toEqual(completed);
  });

  test("come with the total where it is asked for", async () => {
    expect((await list({ count: true, limit: 0 })).total).toBe("500");
    expect((await list({ count: true, offset: 499 })).total).toBe("500");
    expect((await list({ count: false })).total).toBeNull();
  });

  test("behind the end are empty, or refused where the tenant is of that kind", async () => {
    expect((await list({ offset: 500 })).json).toEqual([]);
    const strict = await startSession({ tasks: 10, pastEnd: "error" });
    expect((await list({ offset: 9 }, strict)).json).toHaveLength(1);
    expect(await refusal("offset=10", strict)).toEqual([
      400,
      "400.1 Bad request content",
      "Specified offset is invalid",
    ]);
    const empty = await startSession({ tasks: 0, pastEnd: "error" });
    expect((await list({ offset: 0 }, empty)).json).toEqual([]);
  });

  test.each([
    ["limit=251", "Specified limit is invalid", "limit is an integer from 0 to 250."],
    ["limit=-1", "Specified limit is invalid", "limit is an integer from 0 to 250."],
    ["limit=1.5", "Specified limit is invalid", "limit is an integer from 0 to 250."],
    ["limit=", "Specified limit is invalid", "limit is an integer from 0 to 250."],
    ["limit=NaN", "Specified limit is invalid", "limit is an integer from 0 to 250."],
    ["offset=-1", "Specified offset is invalid", "offset is an integer from 0 to 2147483647."],
    ["offset=2147483648", "Specified offset is invalid", "offset is an integer from 0 to 2147483647."],
    ["count=1", "Specified count is invalid", "count is true or false."],
    ["count=TRUE", "Specified count is invalid", "count is true or false."],
    ["limit=1&limit=2", "The query is ambiguous.", "limit is given 2 times."],
    ["filters=%ff", "The query cannot be decoded.", "It is not percent-encoded UTF-8."],
    ["filters=%", "The query cannot be decoded.", "It is not percent-encoded UTF-8."],
  ])("refuse %s", async (query, message, cause) => {
    expect(await refusal(query)).toEqual([400, "400.1 Bad request content", message, cause]);
  });

  test("ignore parameters that nobody knows", async () => {
    expect((await session.call("/task-status?limit=1&colour=blue")).status).toBe(200);
  });
});

describe("filters", () => {
  test("keep what they say", async () => {
    const status = (await list({ filters: 'completionStatus in ("ERROR", "TEMPERROR")' })).json;
    expect(status).toEqual(completed.filter((task) => ["ERROR", "TEMPERROR"].includes(task.completionStatus ?? "")));
    expect(status.length).toBeGreaterThan(10);
    const wanted = completed[7] as Task;
    expect((await list({ filters: `id eq "${wanted.id}"` })).json).toEqual([wanted]);
    const source =
      wanted.target?.type === "APPLICATION" ? wanted : completed.find((task) => task.target?.type === "APPLICATION");
    expect((await list({ filters: `sourceId eq "${source?.target?.id}"`, limit: 1 })).json[0]?.target).toEqual(
      source?.target,
    );
    expect(
      (
        await list({
          filters: 'type eq "CLOUD_ACCOUNT_AGGREGATION" and not completionStatus eq "SUCCESS"',
          count: true,
        })
      ).total,
    ).toBe(
      String(
        completed.filter((task) => task.type === "CLOUD_ACCOUNT_AGGREGATION" && task.completionStatus !== "SUCCESS")
          .length,
      ),
    );
  });

  test("know no status in mixed case: the published example finds nothing", async () => {
    expect((await list({ filters: 'completionStatus eq "Success"' })).json).toEqual([]);
  });

  test("take an identity for no source", async () => {
    const identity = completed.find((task) => task.target?.type === "IDENTITY");
    expect((await list({ filters: `sourceId eq "${identity?.target?.id}"` })).json).toEqual([]);
  });

  test.each([
    [
      "id eq",
      "Expected a value: a string in double quotes, a number, true, false or a date but found the end (at position 5).",
    ],
    ["", "Expected the name of a field but found the end (at position 0)."],
    [
      'shoeSize eq "sweep"',
      `The field shoeSize cannot be filtered by; these can: ${Object.keys(betaCollectionSupport.filters).join(", ")}.`,
    ],
    ["completionStatus isnull", "The field completionStatus does not take isnull; it takes: eq, in."],
    ['type co "QUEUED"', "The field type does not take co; it takes: eq, in."],
  ])("that make no sense are refused: %s", async (filters, cause) => {
    expect(await refusal(new URLSearchParams({ filters }).toString())).toEqual([
      400,
      "400.1 Bad request content",
      "The filter cannot be read.",
      cause,
    ]);
  });

  test("of a later version can be switched on, and are evaluated with every operator", async () => {
    const later = await startSession({
      tasks: 300,
      collection: {
        filters: {
          launcher: { operators: ["sw", "co", "ne", "pr"], type: "string" },
          parentName: { operators: ["isnull"], type: "string" },
          created: { operators: ["ge", "lt"], type: "date-time" },
          percentComplete: { operators: ["gt", "le"], type: "number" },
          "messages.key": { operators: ["ca"], type: "string" },
        },
        sorters: ["created", "uniqueName"],
      },
    });
    const all = later.tenant.tasks.completed();
    const keep = async (filters: string) => (await list({ filters }, later)).json;
    const page = (test: (task: Task) => boolean) => all.filter(test).slice(0, 250);
    expect(await keep('launcher sw "sch"')).toEqual(page((task) => task.launcher === "scheduler"));
    expect(await keep("parentName isnull")).toEqual(page((task) => task.parentName === null));
    expect(await keep("created ge 2026-01-15")).toEqual(page((task) => task.created >= "2026-01-15"));
    expect(await keep("percentComplete le 50")).toEqual(page((task) => task.percentComplete <= 50));
    expect(await keep('messages.key ca ("connection_lost", "will_be_repeated")')).toEqual(
      page((task) => task.completionStatus === "TEMPERROR"),
    );
    const names = (await list({ sorters: "uniqueName,-created" }, later)).json.map((task) => task.uniqueName);
    expect(names).toEqual(names.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0)));
  });

  test("of any shape keep what a naive reading of them keeps", async () => {
    const leaf = fc.oneof(
      fc.record({
        kind: fc.constant("comparison"),
        field: fc.constantFrom("type", "completionStatus"),
        operator: fc.constant("eq"),
        value: fc.constantFrom("QPOC", "QUARTZ", "SUCCESS", "ERROR", "x"),
      }),
      fc.record({
        kind: fc.constant("list"),
        field: fc.constantFrom("type", "completionStatus"),
        operator: fc.constant("in"),
        values: fc.subarray(["QPOC", "QUEUED_TASK", "SUCCESS", "WARNING"], { minLength: 1 }),
      }),
    ) as fc.Arbitrary<FilterExpression>;
    const expression = fc.letrec<{ node: FilterExpression }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.record({
          kind: fc.constantFrom("and", "or"),
          terms: fc.array(tie("node"), { minLength: 2, maxLength: 2 }),
        }) as fc.Arbitrary<FilterExpression>,
        fc.record({ kind: fc.constant("not"), term: tie("node") }) as fc.Arbitrary<FilterExpression>,
      ),
    })).node;
    await fc.assert(
      fc.asyncProperty(expression, async (filter) => {
        const { total } = await list({ filters: printFilter(filter), count: true, limit: 0 });
        expect(total).toBe(String(completed.filter((task) => naive(filter, task)).length));
      }),
      { numRuns: 200 },
    );
  });
});

function naive(filter: FilterExpression, task: Task): boolean {
  if ("terms" in filter) {
    const [left, right] = filter.terms.map((term) => naive(term, task));
    return filter.kind === "and" ? left === true && right === true : left === true || right === true;
  }
  if (filter.kind === "not") return !naive(filter.term, task);
  if (filter.kind === "presence") throw new Error("Not generated.");
  const actual = filter.field === "type" ? task.type : task.completionStatus;
  return filter.kind === "list" ? filter.values.some((value) => value === actual) : filter.value === actual;
}

describe("sorters", () => {
  test("order by the time of creation, both ways", async () => {
    const up = (await list({ sorters: "created" })).json.map((task) => task.created);
    const down = (await list({ sorters: "-created" })).json.map((task) => task.created);
    expect(up).toEqual(
      completed
        .map((task) => task.created)
        .toSorted()
        .slice(0, 250),
    );
    expect(down).toEqual(
      completed
        .map((task) => task.created)
        .toSorted()
        .toReversed()
        .slice(0, 250),
    );
  });

  test.each([
    ["id", "The field id cannot be sorted by; these can: created."],
    ["", "A sorter is empty."],
    ["created,created", "The field created is sorted by twice."],
  ])('that make no sense are refused: "%s"', async (sorters, cause) => {
    expect(await refusal(new URLSearchParams({ sorters }).toString())).toEqual([
      400,
      "400.1 Bad request content",
      "The sorters cannot be read.",
      cause,
    ]);
  });
});

test("tasks older than 90 days are not there, and others go in their time", async () => {
  const { tenant, call } = await startSession({ tasks: 40, pending: 0, expired: 25 });
  const count = async () => (await call("/task-status?count=true&limit=0")).headers.get("x-total-count");
  expect(tenant.tasks.all().length).toBe(65);
  expect(await count()).toBe("40");
  await tenant.advance(30 * 86_400_000);
  // They were spread over 80 days; what was older than 60 then is older than 90 now.
  expect(tenant.tasks.completed().length).toBe(30);
});
