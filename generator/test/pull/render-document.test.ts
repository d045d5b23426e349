import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { renderDocument } from "../../src/pull/render-document.ts";
import type { JsonObject } from "../../src/spec/json.ts";
import { parseText } from "../../src/spec/read/parse-text.ts";

const document: JsonObject = {
  openapi: "3.0.3",
  info: { title: "T", version: "1.10", description: "first line\nsecond: line # no comment\n" },
  paths: { "/a": { get: { responses: { "200": { description: "yes" } } } } },
};

describe("a document is written in the notation of the file", () => {
  test("JSON for a YAML file becomes YAML with the order of its keys", async () => {
    const text = JSON.stringify(document);
    expect(await renderDocument({ document, text }, "spec.yaml")).toBe(`openapi: 3.0.3
info:
  title: T
  version: '1.10'
  description: |
    first line
    second: line # no comment
paths:
  /a:
    get:
      responses:
        '200':
          description: 'yes'
`);
  });

  test("YAML for a JSON file becomes indented JSON", async () => {
    const text = await renderDocument({ document, text: "openapi: 3.0.3\ninfo: {}\n" }, "spec.json");
    expect(text).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });

  test("YAML for a YAML file keeps its comments, with the line ends of this repository", async () => {
    const text = "\ufeff# theirs\r\nopenapi: 3.0.3\r\n\r\n";
    expect(await renderDocument({ document, text }, "spec.yml")).toBe("# theirs\nopenapi: 3.0.3\n");
  });

  test("JSON on one line is laid out, so that a later change shows as a change of lines", async () => {
    const text = JSON.stringify(document);
    expect(await renderDocument({ document, text }, "spec.json")).toBe(`${JSON.stringify(document, null, 2)}\n`);
  });

  test("what was put together from files is written anew", async () => {
    expect(await renderDocument({ document, text: undefined }, "spec.json")).toContain('"openapi": "3.0.3"');
  });
});

test("conversion to YAML keeps every value, whatever its text looks like", async () => {
  const texts = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom(
      "yes",
      "~",
      "0x10",
      "1e3",
      "2026-08-22",
      "- a",
      " \n x\n",
      "\t",
      "#",
      "a: b",
      "\u2028",
      "\ud800",
      "%",
      "---",
    ),
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: "small" },
      texts,
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("tree"), { maxLength: 4 }),
      fc.dictionary(texts, tie("tree"), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  await fc.assert(
    fc.asyncProperty(tree, async (value) => {
      const whole = { openapi: "3.0.3", "x-value": value } as JsonObject;
      const text = await renderDocument({ document: whole, text: JSON.stringify(whole) }, "spec.yaml");
      expect((await parseText(text, "x")).value).toEqual(whole);
    }),
    { numRuns: 500 },
  );
});
