import { once } from "node:events";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { afterEach, describe, expect, test, vi } from "vitest";
import { sandboxClients } from "../../src/auth/sandbox-clients.ts";
import { createClock } from "../../src/clock/create-clock.ts";
import type { Fault } from "../../src/faults/fault.ts";
import { type SandboxServer, serve } from "../../src/node/serve.ts";
import type { Task } from "../../src/tasks/task.ts";
import { createTenant } from "../../src/tenant/create-tenant.ts";
import type { Tenant } from "../../src/tenant/tenant.ts";
import type { TenantOptions } from "../../src/tenant/tenant-options.ts";
import { requestToken, start } from "../start-session.ts";

let server: SandboxServer | undefined;

afterEach(async () => {
  await server?.close();
  server = undefined;
});

interface Served {
  readonly tenant: Tenant;
  readonly url: string;
  call(path: string, init?: RequestInit): Promise<Response>;
}

async function startServer(fault?: Fault, options: TenantOptions = {}): Promise<Served> {
  const tenant = createTenant({ clock: createClock({ start, speed: 0 }), tasks: 300, ...options });
  server = await serve(tenant);
  const { url } = server;
  const token = await requestToken(fetch, url, sandboxClients.user);
  if (fault !== undefined) tenant.faults.add(fault);
  return {
    tenant,
    url,
    call: (path, init = {}) =>
      fetch(`${url}/beta${path}`, { ...init, headers: { authorization: `Bearer ${token}`, ...init.headers } }),
  };
}

/** The codes of an error and its causes. */
async function codes(promise: Promise<unknown>): Promise<string[]> {
  const found: string[] = [];
  let error: unknown = await promise.then(
    () => new Error("It did not fail."),
    (reason: unknown) => reason,
  );
  while (error instanceof Error) {
    if ("code" in error) found.push(String(error.code));
    error = error.cause;
  }
  return found;
}

describe("over a real socket", () => {
  test("the tenant answers as in memory", async () => {
    const { tenant, call, url } = await startServer();
    const response = await call("/task-status?limit=2&count=true");
    expect(await response.json()).toEqual(tenant.tasks.completed().slice(0, 2));
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "application/json",
      "x-total-count": "300",
      date: "Sun, 01 Mar 2026 12:00:00 GMT",
    });
    expect(await (await fetch(`${url}/oauth/info`)).json()).toMatchObject({ tokenEndpoint: `${url}/oauth/token` });
  });

  test("HEAD, 204, PATCH and an error without a body are what they are", async () => {
    const { tenant, call } = await startServer(undefined, { emptyPending: "no-content", pending: 0 });
    const head = await call("/task-status/pending-tasks?count=true", { method: "HEAD" });
    expect([head.status, head.headers.get("x-total-count"), await head.text()]).toEqual([204, "0", ""]);
    const { id } = tenant.startTask();
    const counted = await call("/task-status/pending-tasks?count=true", { method: "HEAD" });
    expect([counted.status, counted.headers.get("x-total-count"), await counted.text()]).toEqual([200, "1", ""]);
    const patched = await call(`/task-status/${id}`, {
      method: "PATCH",
      headers: { "content-type": "application/json-patch+json" },
      body: '[{"op":"replace","path":"/completionStatus","value":"TERMINATED"}]',
    });
    expect(await patched.json()).toMatchObject({ id, completionStatus: "TERMINATED" });
    const missing = await call("/task-status/nobody");
    expect([missing.status, await missing.text()]).toEqual([404, ""]);
  });

  test("a body of more than 1 MiB is read to its end and refused", async () => {
    const { call } = await startServer();
    const headers = { "content-type": "application/json-patch+json" };
    const response = await call("/task-status/x", { method: "PATCH", headers, body: " ".repeat(2 * 1024 * 1024) });
    expect(response.status).toBe(413);
  });

  test("a URL that is too long is refused by the tenant, not by Node", async () => {
    const { call } = await startServer();
    expect((await call(`/task-status?filters=${"x".repeat(60_000)}`)).status).toBe(414);
  });

  test.each(["GET http:// HTTP/1.1", "GET nonsense HTTP/1.1", "TRACE / HTTP/1.1"])("%s is refused", async (line) => {
    const { url } = await startServer();
    expect(await sendLine(url, line)).toMatch(/^HTTP\/1\.1 400 /);
  });

  test("a path with two slashes in front names no other host", async () => {
    const { url, tenant } = await startServer();
    expect(await sendLine(url, "GET //evil.test/beta/task-status HTTP/1.1")).toMatch(/^HTTP\/1\.1 404 /);
    expect(tenant.requests.at(-1)?.url).toBe("http://acme.test//evil.test/beta/task-status");
  });

  test("a header that comes twice arrives twice", async () => {
    const { tenant, url } = await startServer();
    const request = httpRequest(`${url}/oauth/info`, { headers: { "x-many": ["a", "b"] } });
    request.end();
    const [response] = (await once(request, "response")) as [NodeJS.ReadableStream];
    response.resume();
    expect(tenant.requests.at(-1)?.headers["x-many"]).toBe("a, b");
  });
});

/** Sends a request line as it is, and returns the answer. */
async function sendLine(url: string, line: string): Promise<string> {
  const socket = connect(Number(new URL(url).port), "127.0.0.1");
  socket.write(`${line}\r\nHost: acme.test\r\nConnection: close\r\n\r\n`);
  const [answer] = (await once(socket, "data")) as [Buffer];
  socket.destroy();
  return answer.toString();
}

describe("faults of the connection", () => {
  test.each<Fault["connection"]>(["reset", "refused"])(
    "%s: the socket is reset before the headers",
    async (connection) => {
      const { call, tenant } = await startServer({ times: 1, ...(connection && { connection }) });
      expect(await codes(call("/task-status"))).toEqual(["ECONNRESET"]);
      expect((await call("/task-status")).status).toBe(200);
      expect(tenant.requests.at(-2)).toMatchObject({ reached: false });
    },
  );

  test("after: the work is done, and the answer lost", async () => {
    const { call, tenant } = await startServer({ connection: "reset", after: true });
    const { id } = tenant.startTask();
    const headers = { "content-type": "application/json-patch+json" };
    const body = '[{"op":"replace","path":"/completionStatus","value":"ERROR"}]';
    expect(await codes(call(`/task-status/${id}`, { method: "PATCH", headers, body }))).toEqual(["ECONNRESET"]);
    expect(tenant.tasks.get(id)?.completionStatus).toBe("ERROR");
  });

  test.each([0, 1, 100])("truncate: the headers and %i bytes come, the rest does not", async (truncate) => {
    const { call } = await startServer({ truncate });
    const response = await call("/task-status");
    expect(response.status).toBe(200);
    const reader = response.body?.getReader();
    let length = 0;
    const read = async () => {
      for (let part = await reader?.read(); part?.done === false; part = await reader?.read())
        length += part.value.length;
    };
    expect(await codes(read())).toContain("UND_ERR_SOCKET");
    expect(length).toBe(truncate);
  });

  test("drip: bytes come one by one, by the tenant's clock", async () => {
    const { call, tenant } = await startServer({ drip: true }, { tasks: 0 });
    const response = await call("/task-status");
    const reader = response.body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toBe("[");
    const rest = reader?.read();
    await tenant.advance(1_000);
    expect(new TextDecoder().decode((await rest)?.value)).toBe("]");
    expect((await reader?.read())?.done).toBe(true);
  });

  test("delay: the headers are late", async () => {
    const { call, tenant } = await startServer({ delay: 7_000 });
    let answered = false;
    const sent = call("/task-status").then(() => {
      answered = true;
    });
    await vi.waitUntil(() => tenant.requests.length === 2, { interval: 1 });
    await tenant.advance(6_999);
    expect(answered).toBe(false);
    await tenant.advance(1);
    await sent;
  });

  test("hang: no headers ever come, and closing the server does not wait for them", async () => {
    const { call, tenant } = await startServer({ hang: true });
    const sent = codes(call("/task-status"));
    await vi.waitUntil(() => tenant.requests.length === 2, { interval: 1 });
    await server?.close();
    server = undefined;
    expect((await sent).length).toBeGreaterThan(0);
  });

  test("whoever goes away before the headers, or in the body, is noticed", async () => {
    const noticed: string[] = [];
    const endless = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1_000)),
      cancel: () => void noticed.push("body"),
    });
    server = await serve({
      handle: async ({ url, signal }) => {
        if (url.endsWith("/body")) return new Response(endless);
        await new Promise((resolve) => signal.addEventListener("abort", resolve));
        noticed.push("headers");
        throw signal.reason;
      },
    });
    const controller = new AbortController();
    const sent = fetch(`${server.url}/headers`, { signal: controller.signal }).catch((error: Error) => error.name);
    const reader = (await fetch(`${server.url}/body`)).body?.getReader();
    await reader?.read();
    await reader?.cancel();
    controller.abort();
    expect(await sent).toBe("AbortError");
    await vi.waitUntil(() => noticed.length === 2, { interval: 1 });
    expect(noticed.toSorted()).toEqual(["body", "headers"]);
  });

  test("flood: packed, it is small on the wire and large behind it", async () => {
    const { call } = await startServer({ flood: { bytes: 2 ** 40, gzip: true } });
    const response = await call("/task-status");
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const reader = response.body?.getReader();
    let length = 0;
    while (length < 5_000_000) length += (await reader?.read())?.value?.length ?? 0;
    await reader?.cancel();
  });

  test("redirect: another server sees it if the client follows", async () => {
    const other = createTenant({ tasks: 0 });
    const evil = await serve(other);
    try {
      const { call } = await startServer({ redirect: `${evil.url}/stolen` });
      await call("/task-status");
      expect(other.requests.map(({ path, headers }) => [path, headers.authorization])).toEqual([
        ["/stolen", undefined],
      ]);
      await expect(call("/task-status", { redirect: "error" })).rejects.toThrow(TypeError);
      expect(other.requests).toHaveLength(1);
    } finally {
      await evil.close();
    }
  });

  test.each<[string, Fault, string, string]>([
    ["HTML", { body: "<p>", headers: { "content-type": "text/html" } }, "<p>", "text/html"],
    ["an empty 200", { body: "" }, "", "application/json"],
    ["bad JSON", { body: "[{" }, "[{", "application/json"],
  ])("%s comes as it is", async (_, fault, text, type) => {
    const { call } = await startServer(fault);
    const response = await call("/task-status");
    expect([response.status, await response.text(), response.headers.get("content-type")]).toEqual([200, text, type]);
  });
});

test("connections are counted and kept alive", async () => {
  const { call } = await startServer();
  const tasks: Task[] = [];
  for (let offset = 0; offset < 300; offset += 100) {
    tasks.push(...((await (await call(`/task-status?limit=100&offset=${offset}`)).json()) as Task[]));
  }
  expect(tasks).toHaveLength(300);
  expect(server?.connections.total).toBeLessThanOrEqual(2);
});

test("a port that is taken is an error", async () => {
  const { url, tenant } = await startServer();
  await expect(serve(tenant, { port: Number(new URL(url).port) })).rejects.toMatchObject({ code: "EADDRINUSE" });
});

test("a fault of the sandbox itself is 500 with its reason", async () => {
  const { call } = await startServer({
    run() {
      throw new Error("mine");
    },
  });
  const response = await call("/task-status");
  expect([response.status, await response.text()]).toEqual([500, "The sandbox has a fault of its own: Error: mine"]);
});

test("it listens on IPv6 as well", async () => {
  server = await serve(createTenant({ tasks: 0 }), { host: "::1" });
  expect(server.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
  expect((await fetch(`${server.url}/oauth/info`)).status).toBe(200);
});
