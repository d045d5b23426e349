import { expect, test } from "vitest";
import { type Codec, createClient, DecodeError, prepareCall, RequestError } from "../../src/index.ts";
import { form } from "../../src/runtime/codecs/form.ts";
import { raw } from "../../src/runtime/codecs/raw.ts";
import { styles } from "../../src/runtime/codecs/styles.ts";
import { text } from "../../src/runtime/codecs/text.ts";
import type { Operation } from "../../src/runtime/operation.ts";

const baseUrl = "https://api.example.com/v1";
const get: Operation = { id: "get", method: "GET", path: "/things/{id}" };
const post: Operation = { id: "post", method: "POST", path: "/things" };

const shape = async ({ method, url, headers, redirect, body, ...request }: Request) => ({
  method,
  url,
  redirect,
  headers: Object.fromEntries(headers),
  body: body && (await new Response(body).text()),
  cache: request.cache,
});

test.each<[string, Operation, object, Codec[]]>([
  ["a path", get, { params: { path: { id: "a/b" } } }, []],
  ["a query", get, { params: { path: { id: "1" }, query: { a: [1, 2], b: "x y", c: undefined } } }, []],
  ["a base URL of its own", get, { params: { path: { id: "1" } }, baseUrl: "https://other.example/" }, []],
  [
    "headers of all kinds",
    get,
    { params: { path: { id: "1" }, header: { "x-p": 7, "x-n": null } }, headers: { "x-always": null, "X-One": "1" } },
    [],
  ],
  ["a list of headers", get, { params: { path: { id: "1" } }, headers: [["X-One", "1"]] }, []],
  ["headers of the platform", get, { params: { path: { id: "1" } }, headers: new Headers({ accept: "text/csv" }) }, []],
  ["options of fetch", get, { params: { path: { id: "1" } }, redirect: "error", cache: "no-store" }, []],
  ["JSON", post, { body: { a: 1 } }, []],
  ["another media type", { ...post, body: ["application/json-patch+json", "application/json"] }, { body: [] }, []],
  [
    "a media type that is chosen",
    { ...post, body: ["text/plain", "application/json"] },
    { body: 1, contentType: "application/json" },
    [raw],
  ],
  ["text", { ...post, body: "text/plain", accept: "text/csv" }, { body: "äö" }, [raw, text]],
  ["a form", { ...post, body: "application/x-www-form-urlencoded" }, { body: { a: ["x", "y"], b: "1 2" } }, [form]],
  [
    "styles",
    { ...get, query: "fixed=1", styles: { query: { q: "form" } } },
    { params: { path: { id: "1" }, query: { q: [1, 2] } } },
    [styles],
  ],
])("%s becomes the request that a client sends", async (_, operation, init, codecs) => {
  let sent: Request | undefined;
  const always = { "x-always": "yes", "x-more": "no" };
  const client = createClient({
    baseUrl,
    headers: always,
    fetch: async (request) => {
      sent = request;
      return new Response("{}");
    },
  });
  await client.call(operation, init, ...codecs);
  const call = prepareCall(operation, { baseUrl, redirect: "manual", ...init }, codecs, always);
  expect(await shape(call.request({}))).toEqual(await shape(sent as Request));
  // As often as it takes, and with what differs from sending to sending.
  expect((await shape(call.request({ redirect: "follow" }))).redirect).toBe("follow");
  expect(call.url).toBe(sent?.url);
});

test("a call that cannot be built is refused before there is a request", () => {
  for (const id of ["..", ".", "", "\ud800"])
    expect(() => prepareCall(get, { baseUrl, params: { path: { id } } }, [])).toThrow(RequestError);
  expect(() => prepareCall(post, { baseUrl: `${baseUrl}?x=1` }, [])).toThrow(RequestError);
  expect(() => prepareCall(post, { baseUrl, headers: { "a b": "1" } }, [])).toThrow(TypeError);
});

test.each([
  [204, null, { data: undefined }],
  [200, '{"a":1}', { data: { a: 1 } }],
  [400, '{"a":1}', { error: { a: 1 } }],
  [502, "<html>", { error: { status: 502, statusText: "Bad", body: "<html>" } }],
  [403, null, { error: { status: 403, statusText: "Bad", body: "" } }],
])("an answer of %i with %j is read as by a client", async (status, body, expected) => {
  const call = prepareCall(get, { baseUrl, params: { path: { id: "1" } } }, []);
  const response = new Response(body, { status, statusText: "Bad" });
  expect(await call.read(response)).toEqual({ ...expected, response });
});

test("an answer that is not JSON is an error", async () => {
  const call = prepareCall(get, { baseUrl, params: { path: { id: "1" } } }, []);
  await expect(call.read(new Response("<html>"))).rejects.toThrow(DecodeError);
});
