import { describe, expect, test } from "vitest";
import { createCaller, createClient, DecodeError, RequestError } from "../src/index.ts";
import type { Operation } from "../src/runtime/operation.ts";
import { serve } from "./serve.ts";

const get: Operation = { id: "get", method: "GET", path: "/things/{id}" };
const post: Operation = { id: "post", method: "POST", path: "/things" };
const init = { params: { path: { id: "1" } } };

interface Outcome {
  data?: unknown;
  error?: unknown;
  response: Response;
}

describe.each([
  ["createClient", createClient],
  ["createCaller", createCaller],
])("what %s makes", (_, make) => {
  /** Calls an operation with a client that is answered `response`. */
  function answered(response: Response, operation: Operation = get): Promise<Outcome> {
    return make({ baseUrl: "https://api.example.com", fetch: async () => response }).call(operation, init);
  }

  /** The request an operation makes. */
  async function requested(operation: Operation, given: object): Promise<Request> {
    let sent: Request | undefined;
    const fetch = async (request: Request) => {
      sent = request;
      return new Response("{}");
    };
    await make({ baseUrl: "https://api.example.com", fetch }).call(operation, given);
    return sent as Request;
  }

  const type = (value: string) => ({ headers: { "content-type": value } });

  test.each([
    ["an empty body", 500, null, {}, ""],
    ["HTML", 502, "<html>Bad gateway</html>", type("text/html"), "<html>Bad gateway</html>"],
    ["text", 400, "nope", type("text/plain"), "nope"],
    ["JSON null", 400, "null", type("application/json"), "null"],
    ["JSON false", 400, "false", type("application/json"), "false"],
    ["JSON 0", 400, "0", type("application/json"), "0"],
    ["an empty JSON string", 400, '""', type("application/json"), ""],
    ["broken JSON", 400, "{oops", type("application/problem+json"), "{oops"],
    ["no type at all", 400, "nope", {}, "nope"],
  ])("an error with %s is defined", async (_, status, body, options, text) => {
    const response = new Response(body, { status, statusText: "Reason", ...options });
    if (Object.keys(options).length === 0) response.headers.delete("content-type");
    expect(await answered(response)).toEqual({ error: { status, statusText: "Reason", body: text }, response });
  });

  test.each([
    ["an object", { message: "no" }, "application/json; charset=utf-8"],
    ["an array", [1], "application/problem+json"],
    ["an object that says it is text", { message: "no" }, "text/plain"],
    ["a string", "no", "application/json"],
  ])("an error that is %s in JSON comes as it is", async (_, body, contentType) => {
    const response = new Response(JSON.stringify(body), { status: 400, ...type(contentType) });
    expect(await answered(response)).toEqual({ error: body, response });
  });

  test("an error of a text type the operation declares comes as it is", async () => {
    const response = new Response("no", { status: 400, ...type("text/plain;charset=UTF-8") });
    expect(await answered(response, { ...get, accept: "application/json, text/plain" })).toEqual({
      error: "no",
      response,
    });
  });

  test.each([
    ["HTML", "<html>Log in</html>", "text/html"],
    ["cut JSON", '{"a":', "application/json"],
    ["nothing", "", "application/json"],
  ])("N14 a 200 with %s is a DecodeError", async (_, body, contentType) => {
    const failure = await answered(new Response(body, type(contentType))).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(DecodeError);
    expect(failure).toMatchObject({ name: "DecodeError", snippet: body, cause: expect.any(SyntaxError) });
  });

  test("N14 a 200 without body and type is a DecodeError over a socket too", async () => {
    await using server = await serve((response) => response.writeHead(200).end());
    await expect(make({ baseUrl: server.url }).call(get, init)).rejects.toThrow(DecodeError);
  });

  test("N14 a byte order mark is no part of the JSON", async () => {
    const response = new Response(new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), type("application/json"));
    expect(await answered(response)).toEqual({ data: {}, response });
  });

  test.each([
    [204, "GET"],
    [205, "POST"],
    [200, "HEAD"],
  ])("a %i to %s has no data", async (status, method) => {
    const response = new Response(null, { status });
    expect(await answered(response, { ...get, method })).toEqual({ data: undefined, response });
  });

  test.each([
    ["null", null],
    ["false", false],
    ["0", 0],
  ])("data may be %s", async (text, data) => {
    const response = new Response(text, type("application/json"));
    expect(await answered(response)).toEqual({ data, response });
  });

  test("a body a runtime does not stream is read all the same", async () => {
    const response = new Response("[1]");
    Object.defineProperty(response, "body", { value: undefined });
    expect(await answered(response)).toEqual({ data: [1], response });
  });

  test("JSON goes out as the first media type, or as the one the caller names", async () => {
    const operation = { ...post, body: ["application/merge-patch+json", "application/json-patch+json"] };
    const first = await requested(operation, { body: { a: "\ud800" } });
    expect([first.headers.get("content-type"), await first.text()]).toEqual([
      "application/merge-patch+json",
      '{"a":"\\ud800"}',
    ]);
    const named = await requested(operation, { body: [], contentType: "application/json-patch+json" });
    expect([named.headers.get("content-type"), await named.text()]).toEqual(["application/json-patch+json", "[]"]);
  });

  test.each([
    [null, "null"],
    [false, "false"],
    [0, "0"],
    ["", '""'],
  ])("%j is a body", async (body, text) => {
    const request = await requested(post, { body });
    expect([request.headers.get("content-type"), await request.text()]).toEqual(["application/json", text]);
  });

  test("without a body there is no content type", async () => {
    expect((await requested(post, {})).headers.has("content-type")).toBe(false);
    expect((await requested(post, { body: undefined })).headers.has("content-type")).toBe(false);
  });

  test("parameters that are undefined or null are left out, dates and big numbers are written whole", async () => {
    const query = {
      a: undefined,
      b: null,
      c: [1, undefined, null, 2],
      d: new Date(0),
      e: 2n ** 64n,
      "f g&": "$&+ é",
      ["__proto__"]: "p",
      constructor: "c",
      toString: undefined,
      z: [],
    };
    const header = { "X-A": undefined, "X-B": null, "X-C": ["1", 2], "X-D": 1n, constructor: "c" };
    const request = await requested({ ...get, path: "/x" }, { params: { query, header } });
    expect(request.url).toBe(
      "https://api.example.com/x?c=1&c=2&d=1970-01-01T00%3A00%3A00.000Z&e=18446744073709551616" +
        "&f%20g%26=%24%26%2B%20%C3%A9&__proto__=p&constructor=c",
    );
    expect(Object.fromEntries(request.headers)).toEqual({
      accept: "application/json",
      "x-c": "1, 2",
      "x-d": "1",
      constructor: "c",
    });
    expect({}).not.toHaveProperty("p");
  });

  test("a lone surrogate in a query is refused", async () => {
    await expect(requested({ ...get, path: "/x" }, { params: { query: { a: "\udc00" } } })).rejects.toThrow(
      RequestError,
    );
  });

  test("whatever fetch throws is thrown", async () => {
    const failure = new TypeError("fetch failed");
    const client = make({ baseUrl: "https://api.example.com", fetch: () => Promise.reject(failure) });
    await expect(client.call(get, init)).rejects.toBe(failure);
  });

  test("N13 the bodies of errors are read to the end, so that connections are used again", async () => {
    const sockets = new Set<unknown>();
    await using server = await serve((response, request) => {
      sockets.add(request.socket);
      response.writeHead(500, { "content-type": "text/html" }).end("x".repeat(200_000));
    });
    const client = make({ baseUrl: server.url });
    for (let index = 0; index < 50; index += 1) await client.call(get, init);
    expect(sockets.size).toBeLessThanOrEqual(5);
  });
});
