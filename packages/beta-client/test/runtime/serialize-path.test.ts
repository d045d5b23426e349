import { expect, test } from "vitest";
import { RequestError } from "../../src/index.ts";
import { serializePath } from "../../src/runtime/serialize-path.ts";

test.each(["", ".", "..", undefined, null, "\ud800", "a\udfff", []])("F09 %j is refused", (id) => {
  expect(() => serializePath("/things/{id}", { id })).toThrow(RequestError);
});

test.each([
  ["a/b", "a%2Fb"],
  ["%2e%2e", "%252e%252e"],
  ["...", "..."],
  ["..;", "..%3B"],
  ["a\\..", "a%5C.."],
  ["$&$1$`", "%24%26%241%24%60"],
  ["{other}", "%7Bother%7D"],
  ["😀?#", "%F0%9F%98%80%3F%23"],
  [0, "0"],
  [false, "false"],
  [10n, "10"],
  [new Date(0), "1970-01-01T00%3A00%3A00.000Z"],
  [["a", "b,c", 1], "a,b%2Cc,1"],
])("F09 %s becomes one segment", (id, segment) => {
  const path = serializePath("/things/{id}/{other}", { id, other: "o" });
  expect(path).toBe(`/things/${segment}/o`);
  expect(new URL(path, "https://api.example.com").pathname).toBe(path);
});

test("several places share a segment, and one name stands in several places", () => {
  expect(serializePath("/f/{name}.{extension}/{name}", { name: "a", extension: "b" })).toBe("/f/a.b/a");
});

test.each(["constructor", "toString", "__proto__"])(
  "H06 a parameter called %s is the caller's own or missing",
  (name) => {
    expect(() => serializePath(`/x/{${name}}`, {})).toThrow(RequestError);
    expect(serializePath(`/x/{${name}}`, { [name]: "own" })).toBe("/x/own");
  },
);
