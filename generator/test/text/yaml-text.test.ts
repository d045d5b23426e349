import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { yamlText } from "../../src/text/yaml-text.ts";

test.each([
  ["beta-task-management", "beta-task-management"],
  ["/tools/sdk", "/tools/sdk"],
  ["Software Development Kit", "Software Development Kit"],
  ["a\n---\nid: x", '"a --- id: x"'],
  ["yes", '"yes"'],
  ["1.0", '"1.0"'],
  ["- a", '"- a"'],
])("%j is written %s", (text, expected) => {
  expect(yamlText(text)).toBe(expected);
});

test("any text is read back as itself, on one line, alone and in a list", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const written = yamlText(text);
      const wanted = text.replace(/\s+/g, " ").trim();
      expect(written).not.toContain("\n");
      expect(parse(`a: ${written}\nb: [${written}, ${written}]`)).toEqual({ a: wanted, b: [wanted, wanted] });
    }),
    { numRuns: 300 },
  );
});
