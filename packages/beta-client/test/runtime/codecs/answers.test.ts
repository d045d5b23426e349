import { describe, expect, test } from "vitest";
import { createClient, DecodeError } from "../../../src/index.ts";
import type { Codec } from "../../../src/runtime/codec.ts";
import { blob } from "../../../src/runtime/codecs/blob.ts";
import { media } from "../../../src/runtime/codecs/media.ts";
import { optional } from "../../../src/runtime/codecs/optional.ts";
import { text } from "../../../src/runtime/codecs/text.ts";
import { undeclared } from "../../../src/runtime/codecs/undeclared.ts";
import type { Operation } from "../../../src/runtime/operation.ts";
import { serve } from "../../serve.ts";

/** The data an operation gives for an answer that comes over a socket; a Blob as its type and bytes. */
async function read(
  codec: Codec,
  operation: Partial<Operation>,
  type: string | undefined,
  body: string | Buffer,
  status = 200,
) {
  await using server = await serve((response) => {
    response.writeHead(status, type === undefined ? {} : { "content-type": type }).end(body);
  });
  const get: Operation = { id: "get", method: "GET", path: "/x", ...operation };
  const { data } = await createClient({ baseUrl: server.url }).call<{ data: unknown }>(get, {}, codec);
  return data instanceof Blob ? [data.type, Buffer.from(await data.arrayBuffer()).toString("latin1")] : data;
}

describe("text", () => {
  test.each([
    ["text/csv", "a,é\n", "a,é\n"],
    ["application/json", "{}", "{}"],
    [undefined, "x", "x"],
    ["text/plain", "", ""],
  ])("%s %j is given as it is", async (type, body, data) => {
    expect(await read(text, { accept: "text/csv" }, type, body)).toBe(data);
  });

  test("a page where none is declared is a DecodeError, and data where it is", async () => {
    await expect(read(text, { accept: "text/csv" }, "text/html; charset=utf-8", "<p>")).rejects.toThrow(DecodeError);
    for (const accept of ["text/html", "text/*", "*/*", "application/xhtml+xml"]) {
      expect(await read(text, { accept }, "text/html", "<p>")).toBe("<p>");
    }
  });

  test("204 is no data", async () =>
    expect(await read(text, { accept: "text/csv" }, undefined, "", 204)).toBeUndefined());
});

describe("blob", () => {
  test.each([
    ["application/zip", Buffer.from([0, 255])],
    ["application/json", Buffer.from("{}")],
    ["text/plain", Buffer.from("x")],
    ["application/zip", Buffer.from("")],
  ])("%s %j is given as bytes with its type", async (type, body) => {
    expect(await read(blob, { accept: "application/zip" }, type, body)).toEqual([type, body.toString("latin1")]);
  });

  test("a page where none is declared is a DecodeError", async () => {
    await expect(read(blob, { accept: "application/zip" }, "text/html", "<p>")).rejects.toThrow(DecodeError);
  });
});

describe("media", () => {
  const accept = "application/json, text/csv, application/pdf";
  const all = { accept, answers: ["json", "text", "blob"] };
  test.each([
    [all, "application/json; charset=utf-8", "[1]", [1]],
    [all, "application/problem+json", "{}", {}],
    [all, "text/csv", "a,b", "a,b"],
    [all, "application/pdf", "%PDF", ["application/pdf", "%PDF"]],
    [all, undefined, "[1]", [1]],
    [{ accept, answers: ["json", "blob"] }, "text/plain", "x", ["text/plain", "x"]],
    [{ accept, answers: ["json", "text"] }, "application/x-other", "x", "x"],
    [{ accept, answers: ["text", "blob"] }, "application/json", "{}", ["application/json", "{}"]],
  ])("%j reads %s", async (operation, type, body, data) => {
    expect(await read(media, operation, type, body)).toEqual(data);
  });

  test("bad JSON and pages are DecodeErrors", async () => {
    await expect(read(media, all, "application/json", "{")).rejects.toThrow(DecodeError);
    await expect(read(media, all, "text/html", "<p>")).rejects.toThrow(DecodeError);
  });
});

describe("optional", () => {
  test("an empty answer is undefined, anything else JSON", async () => {
    expect(await read(optional, {}, undefined, "", 202)).toBeUndefined();
    expect(await read(optional, {}, "application/json", "[1]")).toEqual([1]);
    await expect(read(optional, {}, "text/html", "<p>")).rejects.toThrow(DecodeError);
  });
});

describe("undeclared", () => {
  test.each([
    ["", undefined],
    ["OK", "OK"],
    ['{"a":1}', { a: 1 }],
    ["<p>", "<p>"],
  ])("%j is %j", async (body, data) => expect(await read(undeclared, {}, "text/html", body)).toEqual(data));
});
