import fc from "fast-check";
import { expect, test } from "vitest";
import { checkAst } from "../../../src/emit/ast-check/check-ast.ts";
import { formatFiles } from "../../../src/emit/format/format-files.ts";
import { commentLines } from "../../../src/text/comment-text.ts";
import { literal } from "../../../src/text/literal.ts";

const RUNS = Number(process.env.SAILKIT_RUNS ?? 300);

const BREAKOUTS = [
  ...["*/", "/*", "//", "\\", '"', "'", "`", "$", "{", "}", "\n", "\r\n", "\t", " ", "#", "!", "=", ";", "{{ }}"],
  ...["@ts-ignore", "@ts-nocheck", "<!--", "-->", "</script>", "/// <reference path='x' />"],
  ...["globalThis.hacked = 1;", "biome-ignore format: x", "\u2028", "\u2029", "\u202e", "\ufeff", "\u0000", "\ud800"],
];

/** Text made of what breaks out of comments, strings and templates, among anything else. */
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...BREAKOUTS), fc.string({ unit: "binary", maxLength: 8 })), { maxLength: 12 })
  .map((parts) => parts.join(""));

// One formatter run for all of them: a process each would take a minute.
test("any text in a comment stays in the comment, before and after formatting (H01, H02, H05)", {
  timeout: 30_000,
}, async () => {
  const files = new Map(
    fc
      .sample(hostileText, RUNS)
      .map((text, index) => [
        `src/generated/operations/a${index}.ts`,
        [
          "/**",
          ...commentLines(text).map((line) => ` * ${line}`),
          " */",
          `export type A${index} = {`,
          `  /** ${commentLines(text).join(" ")} */`,
          "  a: 1 };",
        ].join("\n"),
      ]),
  );
  expect(await checkAst(files)).toEqual([]);
  expect(await checkAst(await formatFiles(files))).toEqual([]);
});

test("any value printed as a literal keeps its value through formatting, and passes the check (H03, H04)", {
  timeout: 30_000,
}, async () => {
  const value = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 3 },
      hostileText,
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie("any"), { maxLength: 4 }),
      // The check refuses `__proto__` as a key, whose printing is for the templates to see to.
      fc.dictionary(
        hostileText.filter((key) => key !== "__proto__"),
        tie("any"),
        { maxKeys: 4 },
      ),
    ),
  })).any;
  // JSON has no lone surrogates of its own, yet carries them escaped; so does a literal.
  const values = fc.sample(value, RUNS);
  const files = new Map(
    values.map((item, index) => [`src/generated/manifest-${index}.ts`, `export const value = ${literal(item)};`]),
  );
  const formatted = await formatFiles(files);
  expect(await checkAst(formatted)).toEqual([]);
  const read = [...formatted.values()].map((text) => JSON.stringify(evaluate(text)));
  expect(read).toEqual(values.map((item) => JSON.stringify(item)));
});

/** Only what the check has let through is evaluated. */
function evaluate(module: string): unknown {
  return new Function(`${module.replace("export ", "")}
return value;`)();
}
