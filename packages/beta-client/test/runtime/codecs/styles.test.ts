import { describe, expect, test } from "vitest";
import { createClient, RequestError } from "../../../src/index.ts";
import { styles } from "../../../src/runtime/codecs/styles.ts";
import type { Operation } from "../../../src/runtime/operation.ts";

/** The request an operation with these styles makes. */
async function requested(operation: Partial<Operation>, params: object, headers: HeadersInit = {}): Promise<Request> {
  let sent: Request | undefined;
  const fetch = async (request: Request) => {
    sent = request;
    return new Response("{}");
  };
  const client = createClient({ baseUrl: "https://api.example.com", fetch, headers });
  await client.call({ id: "get", method: "GET", path: "/x", ...operation }, { params }, styles);
  return sent as Request;
}

const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };

// The table of the specification: https://spec.openapis.org/oas/v3.1.1.html#style-examples, the same in 3.0.4. A star stands
// for explode. What it calls n/a is what servers of today take, and marked so.
describe("query parameters are written as the table of OpenAPI 3.0.4 and 3.1.1 says", () => {
  test.each([
    ["form", "", "color="],
    ["form", "blue", "color=blue"],
    ["form", array, "color=blue,black,brown"],
    ["form", object, "color=R,100,G,200,B,150"],
    ["form*", "", "color="],
    ["form*", "blue", "color=blue"],
    ["form*", array, "color=blue&color=black&color=brown"],
    ["form*", object, "R=100&G=200&B=150"],
    ["spaceDelimited", array, "color=blue%20black%20brown"],
    ["spaceDelimited", object, "color=R%20100%20G%20200%20B%20150"],
    ["pipeDelimited", array, "color=blue%7Cblack%7Cbrown"],
    ["pipeDelimited", object, "color=R%7C100%7CG%7C200%7CB%7C150"],
    ["deepObject*", object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
    // n/a
    ["spaceDelimited", "blue", "color=blue"],
    ["spaceDelimited*", array, "color=blue&color=black&color=brown"],
    ["pipeDelimited*", array, "color=blue&color=black&color=brown"],
    ["deepObject", object, "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
    ["deepObject*", "blue", "color=blue"],
    ["deepObject*", { a: { b: [1, 2] } }, "color%5Ba%5D%5Bb%5D=1&color%5Ba%5D%5Bb%5D=2"],
  ])("%s of %j", async (style, color, expected) => {
    const { url } = await requested({ styles: { query: { color: style } } }, { query: { color } });
    expect(url).toBe(`https://api.example.com/x?${expected}`);
  });
});

describe("path parameters are written as the table says", () => {
  test.each([
    ["matrix", "", ";color"],
    ["matrix", "blue", ";color=blue"],
    ["matrix", array, ";color=blue,black,brown"],
    ["matrix", object, ";color=R,100,G,200,B,150"],
    ["matrix*", "", ";color"],
    ["matrix*", "blue", ";color=blue"],
    ["matrix*", array, ";color=blue;color=black;color=brown"],
    ["matrix*", object, ";R=100;G=200;B=150"],
    ["label", "blue", ".blue"],
    ["label", array, ".blue,black,brown"],
    ["label", object, ".R,100,G,200,B,150"],
    ["label*", "blue", ".blue"],
    ["label*", array, ".blue.black.brown"],
    ["label*", object, ".R=100.G=200.B=150"],
    ["simple", "blue", "blue"],
    ["simple", array, "blue,black,brown"],
    ["simple", object, "R,100,G,200,B,150"],
    ["simple*", "blue", "blue"],
    ["simple*", array, "blue,black,brown"],
    ["simple*", object, "R=100,G=200,B=150"],
  ])("%s of %j", async (style, color, expected) => {
    const { url } = await requested({ path: "/x/{color}", styles: { path: { color: style } } }, { path: { color } });
    expect(url).toBe(`https://api.example.com/x/${expected}`);
  });

  // The table has them, but they would address another endpoint.
  test.each([
    ["label", ""],
    ["label", "."],
    ["simple", ""],
    ["simple", ".."],
    ["simple", []],
    ["simple", {}],
    ["simple", undefined],
    ["simple", "\ud800"],
    ["label*", [""]],
  ])("F09 %s of %j is refused", async (style, color) => {
    const call = requested({ path: "/x/{color}", styles: { path: { color: style } } }, { path: { color } });
    await expect(call).rejects.toThrow(RequestError);
  });
});

describe("headers are written as the table says", () => {
  test.each([
    ["simple", "", ""],
    ["simple", "blue", "blue"],
    ["simple", array, "blue,black,brown"],
    ["simple", object, "R,100,G,200,B,150"],
    ["simple*", array, "blue,black,brown"],
    ["simple*", object, "R=100,G=200,B=150"],
    ["json", object, '{"R":100,"G":200,"B":150}'],
    ["json", "blue", '"blue"'],
    ["simple", new Date(0), "1970-01-01T00:00:00.000Z"],
  ])("%s of %j", async (style, color, expected) => {
    const request = await requested({ styles: { header: { "X-Color": style } } }, { header: { "X-Color": color } });
    expect(request.headers.get("x-color")).toBe(expected);
  });
});

describe("cookies are written as the table says", () => {
  test.each([
    ["form", "blue", "color=blue"],
    ["form", array, "color=blue,black,brown"],
    ["form", object, "color=R,100,G,200,B,150"],
    ["form*", "a;b=c,d", "color=a%3Bb%3Dc%2Cd"],
    ["form*", array, "color=blue; color=black; color=brown"],
    ["form*", object, "R=100; G=200; B=150"],
    ["json", [1], "color=%5B1%5D"],
  ])("%s of %j", async (style, color, expected) => {
    const request = await requested({ styles: { cookie: { color: style } } }, { cookie: { color, other: "1" } });
    expect(request.headers.get("cookie")).toBe(`${expected}; other=1`);
  });

  test("none is sent where none is given", async () => {
    expect((await requested({}, { cookie: { color: undefined } })).headers.has("cookie")).toBe(false);
    expect((await requested({}, {}, { Cookie: "a=b" })).headers.get("cookie")).toBe("a=b");
  });
});

test("parameters of a content type are JSON", async () => {
  const json = { path: { a: "json" }, query: { b: "json", c: "json" } };
  const params = { path: { a: [1, "x/y"] }, query: { b: "text", c: { d: [null] } } };
  const { url } = await requested({ path: "/{a}", styles: json }, params);
  expect(url).toBe("https://api.example.com/%5B1%2C%22x%2Fy%22%5D?b=%22text%22&c=%7B%22d%22%3A%5Bnull%5D%7D");
});

test("allowReserved leaves what is reserved or encoded, but what would end the value", async () => {
  const query = { a: "https://h:1/p?x=y&z#f", b: "(a+b)*c'!;@$,[]", c: "50% é %2F", d: ["a/b", "c"] };
  const { url } = await requested(
    { styles: { query: { a: "form*+", b: "form*+", c: "form*+", d: "form+" } } },
    { query },
  );
  expect(url.split("?").slice(1).join("?")).toBe(
    "a=https://h:1/p?x=y%26z%23f&b=(a%2Bb)*c%27!;@$,[]&c=50%25%20%C3%A9%20%2F&d=a/b,c",
  );
});

test("a fixed query of the path comes first, its places filled", async () => {
  const operation = { path: "/x", query: "action=list&owner={owner}" };
  const { url } = await requested(operation, { path: { owner: "a&b" }, query: { limit: 1 } });
  expect(url).toBe("https://api.example.com/x?action=list&owner=a%26b&limit=1");
});

test("values nobody can style are JSON or left out", async () => {
  const query = { a: [{ b: 1 }, null, undefined], c: { d: { e: 1 }, f: undefined }, g: [], h: {}, i: undefined };
  const { url } = await requested({}, { query });
  expect(decodeURIComponent(new URL(url).search)).toBe('?a={"b":1}&d={"e":1}');
});

test("H06 names that objects inherit are the caller's own", async () => {
  const query = { ["__proto__"]: ["a"], constructor: { valueOf: 1 } };
  const request = await requested({ styles: { query: { a: "form" } } }, { query, header: { toString: ["a"] } });
  expect(request.url).toBe("https://api.example.com/x?__proto__=a&valueOf=1");
  expect(request.headers.get("tostring")).toBe("a");
});
