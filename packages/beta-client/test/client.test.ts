import { describe, expect, expectTypeOf, test, vi } from "vitest";
import {
  type Client,
  createCaller,
  createClient,
  getTaskStatus,
  getTaskStatusList,
  type Middleware,
  RequestError,
} from "../src/index.ts";
import type { Operation } from "../src/runtime/operation.ts";
import { serve } from "./serve.ts";

/** A fetch that keeps the requests it gets and answers an empty list. */
function recorder(answer: () => Response = () => Response.json([])) {
  const requests: Request[] = [];
  const fetch = async (request: Request) => {
    requests.push(request);
    return answer();
  };
  return { requests, fetch };
}

const get: Operation = { id: "get", method: "GET", path: "/things" };

describe.each([
  ["createClient", createClient],
  ["createCaller", createCaller],
])("what %s makes", (_, make) => {
  test("a server of the spec is filled with its variables", async () => {
    const { requests, fetch } = recorder();
    await getTaskStatusList(make({ server: { tenant: "acme" }, fetch }));
    await getTaskStatusList(make({ server: {}, fetch }));
    expect(requests.map(({ url }) => url)).toEqual([
      "https://acme.api.identitynow.com/beta/task-status",
      "https://sailpoint.api.identitynow.com/beta/task-status",
    ]);
  });

  test.each(["evil.com/#", "u@evil.com/", "a.b", "a/b", "a:1", "a?b", "a\\b", "a b", "", "é", "a\n"])(
    "A10 the tenant %j is refused",
    (tenant) => expect(() => make({ server: { tenant } })).toThrow(RequestError),
  );

  test("without a base URL and a server nothing is made", () => {
    // @ts-expect-error one of them is needed
    expect(() => make({})).toThrow(RequestError);
    // @ts-expect-error only servers of the spec
    expect(() => make({ server: { url: "https://evil.example.com" } })).toThrow(RequestError);
  });

  test.each(["https://api.example.com/beta?a=b", "https://api.example.com/#", "//evil.example.com"])(
    "A11 the base URL %s sends nothing",
    async (baseUrl) => {
      const { requests, fetch } = recorder();
      await expect(getTaskStatusList(make({ baseUrl, fetch }))).rejects.toThrow(RequestError);
      expect(requests).toEqual([]);
    },
  );

  test("A11 a path that begins with two slashes stays on the host", async () => {
    const { requests, fetch } = recorder();
    const operation = { ...get, path: "//evil.example.com/x" };
    await make({ baseUrl: "https://api.example.com", fetch }).call(operation, {});
    await expect(make({ baseUrl: "", fetch }).call(operation, {})).rejects.toThrow(RequestError);
    expect(requests.map(({ url }) => url)).toEqual(["https://api.example.com//evil.example.com/x"]);
  });

  test("H19 a server of an operation is used with `server`, never with `baseUrl`", async () => {
    const { requests, fetch } = recorder();
    const operation = { ...get, server: "https://files.example.com/in" };
    await make({ server: { tenant: "acme" }, fetch }).call(operation, {});
    await make({ server: { tenant: "acme" }, fetch }).call({ ...get, server: "/v2/" }, {});
    await make({ baseUrl: "https://mine.example.com", fetch }).call(operation, {});
    await make({ server: { tenant: "acme" }, fetch }).call(operation, { baseUrl: "https://other.example.com" });
    expect(requests.map(({ url }) => url)).toEqual([
      "https://files.example.com/in/things",
      "https://acme.api.identitynow.com/v2/things",
      "https://mine.example.com/things",
      "https://other.example.com/things",
    ]);
  });

  test.each([
    ["a record", { "X-A": "1", "X-B": ["2", "3"], "X-C": 4, "X-D": undefined }],
    [
      "pairs",
      [
        ["X-A", "1"],
        ["X-B", "2"],
        ["X-B", "3"],
        ["X-C", "4"],
      ] as [string, string][],
    ],
    [
      "a Headers",
      new Headers([
        ["X-A", "1"],
        ["X-B", "2"],
        ["X-B", "3"],
        ["X-C", "4"],
      ]),
    ],
  ])("headers of client and call may be %s", async (_, headers) => {
    const { requests, fetch } = recorder();
    await getTaskStatusList(make({ baseUrl: "https://api.example.com", headers, fetch }));
    await getTaskStatusList(make({ baseUrl: "https://api.example.com", fetch }), { headers });
    const expected = { accept: "application/json", "x-a": "1", "x-b": "2, 3", "x-c": "4" };
    expect(requests.map((request) => Object.fromEntries(request.headers))).toEqual([expected, expected]);
  });

  test("a call overrides and removes headers of the client, Accept included", async () => {
    const { requests, fetch } = recorder();
    const headers = { Authorization: "Bearer x", accept: "application/vnd.example+json", "X-A": "1" };
    const client = make({ baseUrl: "https://api.example.com", headers, fetch });
    await getTaskStatusList(client);
    await getTaskStatusList(client, { headers: { authorization: null, "x-a": "2", ACCEPT: "application/json" } });
    expect(requests.map((request) => Object.fromEntries(request.headers))).toEqual([
      { authorization: "Bearer x", accept: "application/vnd.example+json", "x-a": "1" },
      { accept: "application/json", "x-a": "2" },
    ]);
  });

  test("middleware of a call turns a network error into an answer, and runs for that call alone", async () => {
    const failure = new TypeError("refused");
    const fetch = async () => {
      throw failure;
    };
    const client = make({ baseUrl: "https://api.example.com", fetch });
    const middleware: Middleware[] = [{ onError: ({ error }) => Response.json([String(error)]) }];
    expect((await getTaskStatusList(client, { middleware })).data).toEqual(["TypeError: refused"]);
    await expect(getTaskStatusList(client)).rejects.toBe(failure);
  });

  test("a call has its own fetch and base URL", async () => {
    const [one, two] = [recorder(), recorder()];
    const client = make({ baseUrl: "https://api.example.com", fetch: one.fetch });
    await getTaskStatusList(client, { fetch: two.fetch, baseUrl: "https://other.example.com/" });
    expect([one.requests.length, two.requests[0]?.url]).toEqual([0, "https://other.example.com/task-status"]);
  });

  test("a signal aborts a call under way", async () => {
    const controller = new AbortController();
    await using server = await serve(() => controller.abort());
    const call = getTaskStatusList(make({ baseUrl: server.url }), { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ name: "AbortError" });
  });

  test.each([301, 302, 303, 307, 308])("N17 a %i is not followed, to no origin at all", async (status) => {
    await using other = await serve((response) => response.writeHead(200).end("[]"));
    await using server = await serve((response, request) => {
      const location = request.url?.includes("limit") ? "/task-status" : `${other.url}/task-status`;
      response.writeHead(status, { location }).end("moved");
    });
    const client = make({ baseUrl: server.url, headers: { Authorization: "Bearer x" } });
    // What callers without exactOptionalPropertyTypes can write.
    const unset = { redirect: undefined } as unknown as { redirect: "manual" };
    const results = [await getTaskStatusList(client), await getTaskStatusList(client, unset)];
    const { error } = await getTaskStatusList(client, { params: { query: { limit: 1 } } });
    const moved = { status, statusText: expect.any(String), body: "moved" };
    expect([...results.map((result) => result.error), error]).toEqual([moved, moved, moved]);
    expect([other.received.length, server.received.length]).toEqual([0, 3]);
  });

  test("redirects are followed where the caller says so", async () => {
    await using server = await serve((response, { url }) => {
      if (url === "/task-status") response.writeHead(302, { location: "/elsewhere" }).end();
      else response.writeHead(200, { "content-type": "application/json" }).end("[]");
    });
    const client = make({ baseUrl: server.url, redirect: "follow" });
    expect((await getTaskStatusList(client)).data).toEqual([]);
    expect((await getTaskStatusList(client, { redirect: "manual" })).error).toMatchObject({ status: 302 });
  });

  test("options a runtime adds to fetch reach the request", async () => {
    const { requests, fetch } = recorder();
    const client = make({ baseUrl: "https://api.example.com", fetch });
    await client.call(get, { cache: "no-store", next: { revalidate: 60 } });
    expect(requests[0]).toMatchObject({ cache: "no-store", next: { revalidate: 60 } });
  });
});

test("middleware sees the template of the path and may change request and response", async () => {
  const seen: unknown[] = [];
  const middleware: Middleware = {
    onRequest({ schemaPath, request, params }) {
      seen.push({ schemaPath, params });
      request.headers.set("authorization", "Bearer fresh");
    },
    onResponse: () => Response.json({ id: "changed" }),
  };
  const { requests, fetch } = recorder();
  const client = createClient({ baseUrl: "https://api.example.com", fetch });
  client.use(middleware);
  const { data } = await getTaskStatus(client, { params: { path: { id: "a/b" } } });
  client.eject(middleware);
  await getTaskStatusList(client);
  expect(seen).toEqual([{ schemaPath: "/task-status/{id}", params: { path: { id: "a/b" } } }]);
  expect(data).toEqual({ id: "changed" });
  expect(requests.map(({ url, headers }) => [url, headers.get("authorization")])).toEqual([
    ["https://api.example.com/task-status/a%2Fb", "Bearer fresh"],
    ["https://api.example.com/task-status", null],
  ]);
});

test("N11 an aborted signal stops a call before anything runs", async () => {
  const { requests, fetch } = recorder();
  const client = createClient({ baseUrl: "https://api.example.com", fetch });
  client.use({ onRequest: () => expect.unreachable() });
  const reason = new Error("enough");
  await expect(getTaskStatusList(client, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(requests).toEqual([]);
});

test("the methods of openapi-fetch are there, and their paths are safe as well", async () => {
  const { requests, fetch } = recorder();
  const client = createClient({ baseUrl: "https://api.example.com", fetch });
  const { data } = await client.GET("/task-status/{id}", { params: { path: { id: "a/b" } } });
  await expect(client.GET("/task-status/{id}", { params: { path: { id: ".." } } })).rejects.toThrow(RequestError);
  expect(requests.map(({ url }) => url)).toEqual(["https://api.example.com/task-status/a%2Fb"]);
  expectTypeOf(data).not.toBeAny();
  expectTypeOf(client).toEqualTypeOf<Client>();
});

test("middleware of a caller runs before that of a call, and back in reverse", async () => {
  const seen: string[] = [];
  const noting = (name: string): Middleware => ({
    onRequest: ({ schemaPath, params, id }) =>
      void seen.push(`${name} out ${schemaPath} ${JSON.stringify(params)} ${id}`),
    onResponse: ({ response }) => void seen.push(`${name} back ${response.status}`),
  });
  const { fetch } = recorder();
  const caller = createCaller({ baseUrl: "https://api.example.com", fetch, middleware: [noting("caller")] });
  await getTaskStatus(caller, { params: { path: { id: "1" } }, middleware: [noting("call")] });
  await getTaskStatusList(caller);
  expect(seen).toEqual([
    'caller out /task-status/{id} {"path":{"id":"1"}} 1',
    'call out /task-status/{id} {"path":{"id":"1"}} 1',
    "call back 200",
    "caller back 200",
    "caller out /task-status {} 2",
    "caller back 200",
  ]);
});

test("N11 an aborted signal stops a call before the middleware of a caller runs", async () => {
  const { requests, fetch } = recorder();
  const middleware = [{ onRequest: () => expect.unreachable() }];
  const caller = createCaller({ baseUrl: "https://api.example.com", fetch, middleware });
  const reason = new Error("enough");
  await expect(getTaskStatusList(caller, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
  expect(requests).toEqual([]);
});

test("the fetch of the runtime is looked up at every call, so that it can be put in place later", async () => {
  const caller = createCaller({ baseUrl: "https://api.example.com" });
  const { requests, fetch } = recorder();
  vi.stubGlobal("fetch", fetch);
  try {
    await getTaskStatusList(caller);
  } finally {
    vi.unstubAllGlobals();
  }
  expect(requests.map(({ url }) => url)).toEqual(["https://api.example.com/task-status"]);
});
