import { expect, expectTypeOf, test } from "vitest";
import {
  createClient,
  getPendingTaskHeaders,
  getPendingTasks,
  getTaskStatus,
  getTaskStatusList,
  type TaskStatus,
  updateTaskStatus,
} from "../src/index.ts";
import { serve } from "./serve.ts";

const task: TaskStatus = {
  id: "7d3f",
  type: "CLOUD_ACCOUNT_AGGREGATION",
  uniqueName: "Aggregate é",
  description: "",
  parentName: null,
  launcher: "someone",
  created: "2026-01-01T00:00:00Z",
  modified: null,
  launched: null,
  completed: null,
  completionStatus: null,
  messages: [],
  returns: [],
  attributes: {},
  progress: null,
  percentComplete: 0,
};

const json = { "content-type": "application/json" };

test("getTaskStatusList sends its filters and reads tasks and the total", async () => {
  await using server = await serve((response) => {
    response.writeHead(200, { ...json, "X-Total-Count": "1", "SLPT-Request-ID": "5c8e" }).end(JSON.stringify([task]));
  });
  const client = createClient({ baseUrl: `${server.url}/beta`, headers: { Authorization: "Bearer x" } });

  const { data, error, response } = await getTaskStatusList(client, {
    params: {
      query: {
        limit: 250,
        offset: 0,
        count: true,
        filters: 'completionStatus eq "SUCCESS" and id in ("a&b", "c+d#")',
        sorters: "-created",
      },
    },
  });

  expect(server.received).toEqual([
    {
      method: "GET",
      url:
        "/beta/task-status?limit=250&offset=0&count=true" +
        "&filters=completionStatus%20eq%20%22SUCCESS%22%20and%20id%20in%20(%22a%26b%22%2C%20%22c%2Bd%23%22)" +
        "&sorters=-created",
      headers: { accept: "application/json", authorization: "Bearer x" },
      body: Buffer.from(""),
    },
  ]);
  expect({ data, error }).toEqual({ data: [task], error: undefined });
  expect(response.headers.get("X-Total-Count")).toBe("1");
  expectTypeOf(data).toEqualTypeOf<TaskStatus[] | undefined>();
});

test("getPendingTasks leaves out what is undefined, and 204 is no data", async () => {
  await using server = await serve((response) => response.writeHead(204).end());
  const client = createClient({ baseUrl: server.url });

  const result = await getPendingTasks(client, { params: { query: { offset: 250 } } });

  expect(server.received).toEqual([
    {
      method: "GET",
      url: "/task-status/pending-tasks?offset=250",
      headers: { accept: "application/json" },
      body: Buffer.from(""),
    },
  ]);
  expect({ ...result, response: result.response.status }).toEqual({ data: undefined, response: 204 });
});

test("getPendingTaskHeaders sends HEAD and reads headers alone", async () => {
  await using server = await serve((response) => {
    response.writeHead(200, { ...json, "content-length": "1234", "X-Total-Count": "17" }).end();
  });
  const client = createClient({ baseUrl: server.url });

  const { data, error, response } = await getPendingTaskHeaders(client, { params: { query: { count: true } } });

  expect(server.received).toEqual([
    {
      method: "HEAD",
      url: "/task-status/pending-tasks?count=true",
      headers: { accept: "application/json" },
      body: Buffer.from(""),
    },
  ]);
  expect({ data, error }).toEqual({ data: undefined, error: undefined });
  expect(response.headers.get("X-Total-Count")).toBe("17");
  expectTypeOf(data).toEqualTypeOf<undefined>();
});

test("getTaskStatus encodes the id once", async () => {
  await using server = await serve((response) => response.writeHead(200, json).end(JSON.stringify(task)));
  const client = createClient({ baseUrl: server.url });

  const { data } = await getTaskStatus(client, { params: { path: { id: "a/b?c#d%2e$&é" } } });

  expect(server.received).toEqual([
    {
      method: "GET",
      url: "/task-status/a%2Fb%3Fc%23d%252e%24%26%C3%A9",
      headers: { accept: "application/json" },
      body: Buffer.from(""),
    },
  ]);
  expect(data).toEqual(task);
});

test("getTaskStatus answers an error that declares no body", async () => {
  await using server = await serve((response) => response.writeHead(404).end());
  const { data, error, response } = await getTaskStatus(createClient({ baseUrl: server.url }), {
    params: { path: { id: "x" } },
  });
  expect({ data, error, status: response.status }).toEqual({
    data: undefined,
    error: { status: 404, statusText: "Not Found", body: "" },
    status: 404,
  });
});

test("F08 updateTaskStatus sends a JSON Patch as one, null kept", async () => {
  await using server = await serve((response) => response.writeHead(200, json).end(JSON.stringify(task)));
  const client = createClient({ baseUrl: server.url });

  const { data } = await updateTaskStatus(client, {
    params: { path: { id: "7d3f" } },
    body: [
      { op: "replace", path: "/completionStatus", value: "ERROR" },
      { op: "replace", path: "/target", value: null },
    ],
  });

  expect(server.received).toEqual([
    {
      method: "PATCH",
      url: "/task-status/7d3f",
      headers: { accept: "application/json", "content-type": "application/json-patch+json" },
      body: Buffer.from(
        '[{"op":"replace","path":"/completionStatus","value":"ERROR"},{"op":"replace","path":"/target","value":null}]',
      ),
    },
  ]);
  expect(data).toEqual(task);
});

test("updateTaskStatus answers the error the API declares", async () => {
  const body = { detailCode: "403.1", trackingId: "5c8e", messages: [], causes: [] };
  await using server = await serve((response) => response.writeHead(403, json).end(JSON.stringify(body)));
  const client = createClient({ baseUrl: server.url });
  const { data, error } = await updateTaskStatus(client, { params: { path: { id: "7d3f" } }, body: [] });
  expect({ data, error }).toEqual({ data: undefined, error: body });
});
