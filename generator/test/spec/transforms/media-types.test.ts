import { expect, test } from "vitest";
import { mediaKind, mediaTypes } from "../../../src/spec/transforms/media-types.ts";
import { withoutNotations } from "../../../src/spec/transforms/without-notations.ts";

const kinds: readonly [type: string, kind: string][] = [
  ["application/json", "json"],
  ["Application/JSON; charset=utf-8", "json"],
  ["application/vnd.api+json", "json"],
  ["application/json-patch+json", "json"],
  ["text/json", "json"],
  ["*/*", "json"],
  ["application/*+json", "json"],
  ["application/x-www-form-urlencoded", "form"],
  ["multipart/form-data; boundary=x", "multipart"],
  ["text/plain", "text"],
  ["application/xml", "text"],
  ["application/x-ndjson", "text"],
  ["application/octet-stream", "binary"],
  ["image/*", "binary"],
  ["application/vnd.custom", "binary"],
];

test.each(kinds)("%s is read and written as %s", (type, kind) => {
  expect(mediaKind(type)).toBe(kind);
});

test("any type whose schema says bytes is bytes", () => {
  expect(mediaKind("*/*", { type: "string", format: "binary" })).toBe("binary");
});

test("plain JSON comes first, then JSON of other names, ranges of JSON, and the rest in order", () => {
  const content = Object.fromEntries(
    ["*/*", "application/hal+json", "application/json", "text/plain", "application/pdf", "", "bad\u0000"].map(
      (type) => [type, {}],
    ),
  );
  expect(mediaTypes({}, content).map(({ type }) => type)).toEqual([
    "application/json",
    "application/hal+json",
    "*/*",
    "text/plain",
    "application/pdf",
  ]);
});

test("the same schema in another notation is left out, other data is not", () => {
  const schema = { $ref: "#/components/schemas/Book" };
  const content = {
    "application/json": { schema },
    "application/xml": { schema },
    "text/plain": { schema },
    "text/csv": { schema: { type: "string" } },
    "application/pdf": {},
  };
  const left = (given: object) => withoutNotations(mediaTypes({}, given as never)).map(({ type }) => type);
  expect(left(content)).toEqual(["application/json", "text/csv", "application/pdf"]);
  expect(left({ "application/xml": { schema }, "text/plain": { schema } })).toEqual(["application/xml", "text/plain"]);
  const bytes = { schema: { type: "string", format: "binary" } };
  expect(left({ "application/json": bytes, "application/pdf": bytes })).toEqual([
    "application/json",
    "application/pdf",
  ]);
});
