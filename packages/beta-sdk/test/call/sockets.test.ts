import { execFile } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { createGzip, gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { BetaSdk } from "../../src/beta-sdk.ts";
import type { BetaSdkOptions } from "../../src/beta-sdk-options.ts";
import { caught } from "../support/caught.ts";
import { type Listening, listen } from "../support/listen.ts";
import { scaledClock } from "../support/scaled-clock.ts";
import { task } from "../support/task.ts";

// A busy machine needs more than a hundredth of the usual time for an answer.
const usual = { auth: "token", clock: scaledClock(100), rateLimit: false, attemptTimeout: 1_000_000 } as const;
const sdkFor = (url: string, options: Partial<BetaSdkOptions> = {}) =>
  new BetaSdk({ baseUrl: `${url}/beta`, ...usual, ...options });

const ok = JSON.stringify(task("a"));
const type = { "content-type": "application/json" };

test("N01: a port nobody listens on is tried three times, and named", async () => {
  let url = "";
  {
    await using gone = await listen(() => {});
    url = gone.url;
  }
  const error = await caught(sdkFor(url).tasks.complete("a", "ERROR"));
  expect(error).toMatchObject({ name: "ConnectionError", phase: "connect", code: "ECONNREFUSED", attempts: 3 });
});

test("N01: a host name that does not exist is tried three times, and named", async () => {
  const sdk = new BetaSdk({ baseUrl: "https://no-such-host.invalid/beta", auth: "token", clock: scaledClock(100) });
  expect(await caught(sdk.tasks.get("a"))).toMatchObject({
    phase: "connect",
    attempts: 3,
    code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
  });
});

test("N02: when the socket is reset, GET is sent again and PATCH is not", async () => {
  const seen: string[] = [];
  await using server = await listen((request, response) => {
    seen.push(request.method ?? "");
    if (seen.length === 2) response.writeHead(200, type).end(ok);
    else request.socket.resetAndDestroy();
  });
  const sdk = sdkFor(server.url);
  expect(await sdk.tasks.get("a")).toEqual(task("a"));
  expect(await caught(sdk.tasks.complete("a", "ERROR"))).toMatchObject({ name: "UnknownOutcomeError", attempts: 1 });
  expect(seen).toEqual(["GET", "GET", "PATCH"]);
});

test("N03: a body cut by the server is asked for again, then it is a typed error with the request id", async () => {
  let sent = 0;
  await using server = await listen((_, response) => {
    sent++;
    response.writeHead(200, { ...type, "content-length": "1000", "slpt-request-id": "req-7" });
    response.write('{"id": "a",', () => response.socket?.destroy());
  });
  expect(await caught(sdkFor(server.url).tasks.get("a"))).toMatchObject({
    name: "ConnectionError",
    phase: "response",
    status: 200,
    requestId: "req-7",
    attempts: 3,
  });
  expect(sent).toBe(3);
});

test("N04: a body of one byte at a time ends with the time-out of the attempt", async () => {
  await using server = await listen((_, response) => {
    response.writeHead(200, type);
    const timer = setInterval(() => response.write(" "), 10);
    response.on("close", () => clearInterval(timer));
  });
  const sdk = sdkFor(server.url, { attemptTimeout: 10_000, retry: false });
  expect(await caught(sdk.tasks.get("a"))).toMatchObject({ name: "TimeoutError", scope: "attempt" });
});

test("N05: headers that never come end with the time-out of the call", async () => {
  let sent = 0;
  await using server = await listen(() => void sent++);
  const sdk = sdkFor(server.url, { attemptTimeout: 20_000, timeout: 50_000 });
  const started = performance.now();
  expect(await caught(sdk.tasks.get("a"))).toMatchObject({ name: "TimeoutError", scope: "total" });
  expect(performance.now() - started).toBeGreaterThanOrEqual(499);
  expect(sent).toBeGreaterThanOrEqual(2);
});

test("N13: fifty large error answers leave their connections to be used again", async () => {
  await using server = await listen((_, response) =>
    response.writeHead(400, type).end(JSON.stringify({ messages: [{ text: "x".repeat(200_000) }] })),
  );
  const sdk = sdkFor(server.url);
  for (let at = 0; at < 50; at++) expect(await caught(sdk.tasks.get("a"))).toMatchObject({ status: 400 });
  expect(server.connections()).toBeLessThanOrEqual(5);
});

test("N15: a gzip bomb stops at the cap", async () => {
  let closed: Promise<unknown> | undefined;
  await using server = await listen((_, response) => {
    response.writeHead(200, { ...type, "content-encoding": "gzip" });
    closed = once(response, "close");
    const gzip = createGzip();
    gzip.pipe(response);
    const zeros = Buffer.alloc(1024 * 1024);
    const more = () => {
      while (!response.destroyed && gzip.write(zeros));
    };
    gzip.on("drain", more).on("error", () => {});
    more();
  });
  const sdk = sdkFor(server.url, { maxBodyBytes: 4 * 1024 * 1024, attemptTimeout: 3_000_000 });
  expect(await caught(sdk.tasks.get("a"))).toMatchObject({ name: "DecodeError", tooLarge: true, attempts: 1 });
  await closed;
});

test("a compressed answer within the cap is read", async () => {
  await using server = await listen((_, response) =>
    response.writeHead(200, { ...type, "content-encoding": "gzip" }).end(gzipSync(ok)),
  );
  expect(await sdkFor(server.url).tasks.get("a")).toEqual(task("a"));
});

test.each([301, 302, 303, 307, 308])("N17: a real %i to another host gets no byte there", async (status) => {
  let reached = 0;
  await using elsewhere: Listening = await listen((_, response) => {
    reached++;
    response.end();
  });
  await using server = await listen((_, response) =>
    response.writeHead(status, { location: `${elsewhere.url}/beta` }).end(),
  );
  const sdk = sdkFor(server.url);
  expect(await caught(sdk.tasks.get("a"))).toMatchObject({ name: "RedirectError", status });
  expect(await caught(sdk.tasks.complete("a", "ERROR"))).toMatchObject({ name: "RedirectError", status });
  expect([reached, elsewhere.connections()]).toEqual([0, 0]);
});

test.each([
  ["a process that has nothing else to do ends during a backoff", "call", {}, ""],
  ["a script sees its calls through where it says so", "await call", { holdProcess: true }, "failed ServerError"],
])("N20: %s", async (_, statement, options, printed) => {
  await using server = await listen((__, response) => response.writeHead(503, type).end("{}"));
  const sdk = new URL("../../src/beta-sdk.ts", import.meta.url).href;
  const script = `
    import { register } from "node:module";
    register(${JSON.stringify(new URL("../support/resolve-client.ts", import.meta.url).href)});
    const { BetaSdk } = await import(${JSON.stringify(sdk)});
    const options = ${JSON.stringify({ baseUrl: `${server.url}/beta`, auth: "token", retry: { attempts: 2, baseDelay: 300 }, ...options })};
    const sdk = new BetaSdk({ ...options, random: () => 1 });
    const call = sdk.tasks.get("a").catch((error) => console.log("failed", error.name));
    await new Promise((resolve) => setTimeout(resolve, 100));
    ${statement};`;
  const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script], {
    cwd: fileURLToPath(new URL("../..", import.meta.url)),
  });
  expect(stdout.trim()).toBe(printed);
});
