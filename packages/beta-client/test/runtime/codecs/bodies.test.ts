import { describe, expect, test } from "vitest";
import { createClient, RequestError } from "../../../src/index.ts";
import { form } from "../../../src/runtime/codecs/form.ts";
import { multipart } from "../../../src/runtime/codecs/multipart.ts";
import { raw } from "../../../src/runtime/codecs/raw.ts";
import type { Operation } from "../../../src/runtime/operation.ts";
import { serve } from "../../serve.ts";

const FORM = "application/x-www-form-urlencoded";

/** Content type and body as they come off the wire. */
async function sent(operation: Partial<Operation>, init: object, headers: HeadersInit = {}): Promise<[string, Buffer]> {
  await using server = await serve((response) => response.writeHead(204).end());
  const client = createClient({ baseUrl: server.url, headers });
  await client.call({ id: "post", method: "POST", path: "/x", ...operation }, init, form, multipart, raw);
  const [request] = server.received;
  return [request?.headers["content-type"] ?? "none", request?.body ?? Buffer.alloc(0)];
}

describe("application/x-www-form-urlencoded", () => {
  test.each([
    [
      "values",
      { a: "x y&z=+é", b: 1, c: false, d: undefined, e: null, f: "" },
      {},
      "a=x+y%26z%3D%2B%C3%A9&b=1&c=false&f=",
    ],
    ["arrays", { a: ["x", "y"], b: [] }, {}, "a=x&a=y"],
    ["objects, as JSON", { a: { b: [1] } }, {}, "a=%7B%22b%22%3A%5B1%5D%7D"],
    ["dates", { a: new Date(0) }, {}, "a=1970-01-01T00%3A00%3A00.000Z"],
    [
      "encodings",
      { a: ["x", "y"], b: { c: 1 }, d: "x" },
      { a: "form", b: "deepObject*", d: "json" },
      "a=x,y&b%5Bc%5D=1&d=%22x%22",
    ],
    ["the media types of parts, ignored", { a: ["x", "y"] }, { a: "text/csv" }, "a=x&a=y"],
    ["URLSearchParams", new URLSearchParams({ a: "x y" }), {}, "a=x+y"],
    ["text", "a=x+y", {}, "a=x+y"],
    ["names that objects inherit", { ["__proto__"]: "a", constructor: "b" }, {}, "__proto__=a&constructor=b"],
  ])("%s", async (_, body, encoding, expected) => {
    const [type, bytes] = await sent({ body: FORM, encoding }, { body });
    expect([type, bytes.toString()]).toEqual([FORM, expected]);
  });
});

describe("multipart/form-data", () => {
  /** The body with its random boundary named B. */
  async function parts(
    operation: Partial<Operation>,
    body: unknown,
    headers: HeadersInit = {},
  ): Promise<[string, string]> {
    const [type, bytes] = await sent({ body: "multipart/form-data", ...operation }, { body }, headers);
    const boundary = /boundary=(.+)$/.exec(type)?.[1] ?? "?";
    return [type.replace(boundary, "B"), bytes.toString("latin1").replaceAll(boundary, "B")];
  }

  test("values, objects, arrays, bytes and files, each with the media type it needs", async () => {
    const body = {
      name: "é",
      years: 3,
      gone: undefined,
      none: null,
      address: { town: "x" },
      tags: ["a", "b"],
      bytes: new Uint8Array([0, 255]),
      blob: new Blob(["b"], { type: "text/x" }),
      file: new File(["f"], 'a"\r\nb.txt', { type: "text/plain" }),
    };
    const part = (head: string, content: string) =>
      `--B\r\nContent-Disposition: form-data; name=${head}\r\n\r\n${content}\r\n`;
    expect(await parts({}, body)).toEqual([
      "multipart/form-data; boundary=B",
      part('"name"', "\u00c3\u00a9") +
        part('"years"', "3") +
        part('"address"\r\nContent-Type: application/json', '{"town":"x"}') +
        part('"tags"', "a") +
        part('"tags"', "b") +
        part('"bytes"; filename="blob"\r\nContent-Type: application/octet-stream', "\u0000\u00ff") +
        part('"blob"; filename="blob"\r\nContent-Type: text/x', "b") +
        part('"file"; filename="a%22%0D%0Ab.txt"\r\nContent-Type: text/plain', "f") +
        "--B--\r\n",
    ]);
  });

  test("encodings of the spec", async () => {
    const encoding = {
      meta: "application/xml",
      json: "application/json",
      cover: "image/png",
      any: "image/*",
      a: "deepObject*",
    };
    const body = {
      meta: "<a/>",
      json: "text",
      cover: new Uint8Array([1]),
      any: new Blob(["x"]),
      a: "1",
      ["__proto__"]: "p",
    };
    const [, text] = await parts({ encoding }, body);
    expect(text.split("\r\n").filter((line) => line.startsWith("Content-") || line.startsWith('"'))).toEqual([
      'Content-Disposition: form-data; name="meta"',
      "Content-Type: application/xml",
      'Content-Disposition: form-data; name="json"',
      "Content-Type: application/json",
      '"text"',
      'Content-Disposition: form-data; name="cover"; filename="blob"',
      "Content-Type: image/png",
      'Content-Disposition: form-data; name="any"; filename="blob"',
      "Content-Type: application/octet-stream",
      'Content-Disposition: form-data; name="a"',
      'Content-Disposition: form-data; name="__proto__"',
    ]);
  });

  test("FormData passes, with the boundary of the runtime, whatever type the client says", async () => {
    const data = new FormData();
    data.append("a", "1");
    const [type, text] = await parts({}, data, { "Content-Type": "application/json" });
    expect(type).toBe("multipart/form-data; boundary=B");
    expect(text).toBe('--B\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--B--\r\n');
  });

  test("other kinds of multipart keep their name, and what is written already passes", async () => {
    const data = new FormData();
    data.append("a", "1");
    expect((await parts({ body: "multipart/mixed" }, data))[0]).toBe("multipart/mixed; boundary=B");
    const related = "multipart/related; boundary=mine";
    for (const body of [
      "--mine--",
      new Blob(["--mine--"]),
      new TextEncoder().encode("--mine--"),
      new Blob(["--mine--"]).stream(),
    ]) {
      expect(await sent({ body: related }, { body })).toEqual([related, Buffer.from("--mine--")]);
    }
  });

  test("it is there beside bytes and forms", async () => {
    const body = ["multipart/form-data", "application/octet-stream", FORM];
    const [type, bytes] = await sent({ body }, { body: { a: "1" } });
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect(bytes.toString()).toContain('name="a"\r\n\r\n1\r\n');
    const octets = { contentType: "application/octet-stream", body: new Uint8Array([1]) };
    expect(await sent({ body }, octets)).toEqual(["application/octet-stream", Buffer.from([1])]);
    expect(await sent({ body }, { contentType: FORM, body: { a: "1" } })).toEqual([FORM, Buffer.from("a=1")]);
  });
});

describe("text and bytes", () => {
  const bytes = new Uint8Array([0, 13, 10, 255]);

  test.each([
    ["text", "text/csv; charset=utf-8", () => "a,é\r\n", Buffer.from("a,é\r\n")],
    ["XML", "application/xml", () => "<a/>", Buffer.from("<a/>")],
    ["lines of JSON", "application/x-ndjson", () => "{}\n{}", Buffer.from("{}\n{}")],
    ["a view", "application/octet-stream", () => bytes, Buffer.from(bytes)],
    ["a buffer", "application/octet-stream", () => bytes.buffer, Buffer.from(bytes)],
    ["a blob", "application/zip", () => new Blob([bytes], { type: "text/plain" }), Buffer.from(bytes)],
    ["a stream", "application/zip", () => new Blob([bytes]).stream(), Buffer.from(bytes)],
    ["empty text", "text/plain", () => "", Buffer.from("")],
  ])("%s goes out as it is", async (_, type, body, expected) => {
    expect(await sent({ body: type }, { body: body() })).toEqual([type, expected]);
  });

  test("a range of types becomes the one of the blob, or the one the caller names", async () => {
    const blob = new Blob([bytes], { type: "image/png" });
    expect((await sent({ body: "image/*" }, { body: blob }))[0]).toBe("image/png");
    expect((await sent({ body: "image/*" }, { body: bytes }))[0]).toBe("application/octet-stream");
    expect((await sent({ body: "text/*" }, { body: "x" }))[0]).toBe("text/plain");
    expect((await sent({ body: "image/*" }, { body: blob, contentType: "image/jpeg" }))[0]).toBe("image/jpeg");
  });

  test.each([[{ a: 1 }], [[1]], [null]])("%j is no text, and nothing is sent", async (body) => {
    await expect(sent({ body: "application/xml" }, { body })).rejects.toThrow(RequestError);
  });

  test("JSON beside them is still JSON", async () => {
    const body = ["application/json", "text/plain"];
    expect(await sent({ body }, { body: "x" })).toEqual(["application/json", Buffer.from('"x"')]);
    expect(await sent({ body }, { body: "x", contentType: "text/plain" })).toEqual(["text/plain", Buffer.from("x")]);
  });
});
