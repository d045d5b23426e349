import fc from "fast-check";
import { expect, test } from "vitest";
import { stringify } from "yaml";
import type { Json } from "../../../src/spec/json.ts";
import { parsePlainYaml } from "../../../src/spec/read/parse-plain-yaml.ts";
import { parseYaml } from "../../../src/spec/read/parse-yaml.ts";

const samples = [
  "a: 1\nb: on\nc: 2024-01-01\nd: ~\ne:\nf: 'x'\ng: \"\\u00e9\\n\"\nh: 1_000\ni: .inf\nj: -.5e3\nk: 0x1F\nl: 0o17\nm: 007\n",
  "200: a\n1.10: b\ntrue: c\nnull: d\n~: e\n-1: f\n0x10: g\n1e3: h\n",
  "openapi: 3.0\ninfo:\n  version: 1.10\n  x:\n    version: 1.10\n",
  "a: |\n  one\n   two\n\n  three\nb: >-\n  folded\n  text\n\n  more\nc: |+\n  kept\n\nd: >2\n    indented\n",
  "a: plain text\n  goes on\n  here\nb: 'single\n  quoted ''text'''\nc: \"double \\\n  quoted\"\n",
  "- a\n- - b\n  - c\n- d: 1\n  e: 2\n-\n  f: 3\n",
  "a: {b: [1, 'x', {c: d}], e: }\nf: [\n  1,\n  2,\n]\n",
  "? a\n: b\n? [c]\n: d\n",
  "a: x # comment\n# comment\nb: x#y\n",
  "%YAML 1.1\n---\na: yes\n...\n",
  "---\na: 1\n---\n",
  "text",
  "- 1\n- null\n- true\n",
  '"__proto__": {a: 1}\nconstructor: 2\n',
  "a: &x 1\nb: *x\n",
  "a: {<<: {b: 1}, c: 2}\n",
  "a: 1\na: 2\n",
  "a: !!str 1\nb: !!int '2'\nc: !custom x\n",
  "a:\n\t- 1\n",
  "a: 'b' c\n",
  "\u00e9: \u{1F600}\na\u00a0b: c\n",
  "a: - b\n",
  "a: http://x:80/y?z#w\nb: x: y\n",
];

/** What a parser makes of a text: the value as JSON, or that it refuses. */
function outcome(parse: () => { value: Json } | undefined): string | undefined {
  try {
    const parsed = parse();
    return parsed && JSON.stringify(parsed.value);
  } catch {
    return "refused";
  }
}

test("what the fast parser reads, it reads as the thorough one does", () => {
  for (const text of samples) {
    const fast = outcome(() => parsePlainYaml(text, "f"));
    if (fast !== undefined) expect([text, fast]).toEqual([text, outcome(() => parseYaml(text, "f"))]);
  }
  expect(samples.filter((text) => parsePlainYaml(text, "f") !== undefined).length).toBeGreaterThan(10);
});

test("what is written in any style is read as it was meant", () => {
  const style = fc.record({
    collectionStyle: fc.constantFrom("any" as const, "block" as const, "flow" as const),
    defaultStringType: fc.constantFrom(
      "PLAIN" as const,
      "QUOTE_DOUBLE" as const,
      "QUOTE_SINGLE" as const,
      "BLOCK_LITERAL" as const,
      "BLOCK_FOLDED" as const,
    ),
    indent: fc.integer({ min: 1, max: 4 }),
    indentSeq: fc.boolean(),
    lineWidth: fc.constantFrom(20, 80, 0),
  });
  // The printer has slips of its own with blanks at the edges of texts.
  const text = fc
    .oneof(
      fc.string({ unit: "grapheme" }),
      fc.stringMatching(/^[a-z0-9 :#'"\-\n.>|&*!%@`[\]{},~]{0,12}$/),
      fc.constantFrom("1.10", "on", "null", "~", "0x1f", "1e3", " ", "\n", "a\n b\n\nc", "<<", "=", "-", "- a", "? b"),
    )
    .map((each) => each.trim());
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(null, true, false),
      tie("list"),
      tie("map"),
    ),
    list: fc.array(tie("value"), { maxLength: 4 }),
    map: fc.dictionary(text, tie("value"), { maxKeys: 4 }),
  }));
  fc.assert(
    fc.property(value, style, (document, options) => {
      const written = stringify({ root: document }, { ...options, aliasDuplicateObjects: false });
      const fast = outcome(() => parsePlainYaml(written, "f"));
      // The printer folds some texts in a way that both parsers read differently from what was meant.
      const right = [JSON.stringify({ root: document }), outcome(() => parseYaml(written, "f"))];
      if (fast !== undefined) expect(right).toContain(fast);
    }),
    { numRuns: Number(process.env.SAILKIT_FUZZ_RUNS ?? 500) },
  );
});
