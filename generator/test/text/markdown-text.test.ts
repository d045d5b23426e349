import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { markdownCell } from "../../src/text/markdown-cell.ts";
import { markdownLine } from "../../src/text/markdown-line.ts";
import { markdownText } from "../../src/text/markdown-text.ts";
import { mdxContents } from "./mdx-contents.ts";

describe("what CommonMark formats stays formatted", () => {
  test.each([
    ["One **strong** and *soft* `code|d`.", "One **strong** and *soft* `code|d`."],
    ["first\nline\n\nsecond", "first\nline\n\nsecond"],
    ["- a\n- b\n  - c\n\n1) x\n2) y", "- a\n- b\n  - c\n\n1. x\n2. y"],
    ["- a\n\n- b", "- a\n\n- b"],
    ["> said\n> twice", "> said\n> twice"],
    ["```js\n{x}\n```", "```js\n{x}\n```"],
    ["    indented", "```\nindented\n```"],
    ["| a | b |\n|:-:|---|\n| `x\\|y` | z |", "| a | b |\n| --- | --- |\n| `x\\|y` | z |"],
    ["one  \ntwo<br>three", "one\\\ntwo\\\nthree"],
    ["[guide](https://x.example/a_b?c=1&d=2)", "[guide](https://x.example/a_b?c=1&d=2)"],
    ["[guide][g]\n\n[g]: https://x.example/g", "[guide](https://x.example/g)"],
    ["![a chart](https://x.example/c.png)", "[a chart](https://x.example/c.png)"],
    ["# Title\n\ntext", "**Title**\n\ntext"],
    ["snake_case and _soft_", "snake_case and *soft*"],
    ["---\n\n***", ""],
    ["  \n ", ""],
  ])("%j", (text, expected) => {
    expect(markdownText(text)).toBe(expected);
  });
});

describe("what could act becomes text", () => {
  test.each([
    ["<script>alert(1)</script>", "&lt;script>alert(1)&lt;/script>"],
    ["a <b onclick={x}>c</b>", "a &lt;b onclick=\\{x\\}>c&lt;/b>"],
    ["{7*7} and {{mustache}}", "\\{7\\*7\\} and \\{\\{mustache\\}\\}"],
    ["import x from 'y'", "&#105;mport x from 'y'"],
    ["one\nexport const x = 1", "one\n&#101;xport const x = 1"],
    ["important", "important"],
    ["[x](javascript:alert(1))", "x"],
    ["[x](/local) [y](#anchor) [z](https://user@host.example)", "x y z"],
    ["<javascript:alert(1)>", "javascript:alert(1)"],
    [":::danger\nx\n:::", "\\:::danger\nx\n\\:::"],
    ["&lt;script&gt; &amp;lt; &copy;", "&lt;script> &amp;lt; ©"],
    ["right\u202eleft \u2028", "right\\\\u202eleft \\\\u2028"],
    ["a | b\n- | -", "a \\| b\n\n- \\| -"],
  ])("%j", async (text, expected) => {
    const page = markdownText(text);
    expect(page).toBe(expected);
    expect(await mdxContents(page)).toMatchObject({ active: [], headings: 0 });
  });
});

test("in a cell everything is on one line, and bars do not end it", () => {
  const text = "First `a|b`.\n\n- one\n- two | three\n\n```\n{x|y}\n```\n<i>`a\\|b`";
  expect(markdownCell(text)).toBe(
    "First `a\\|b`.<br/>• one<br/>• two \\| three<br/>`{x\\|y}`<br/>&lt;i><code>a&#92;&#124;b</code>",
  );
});

test("on a line of its own everything is text", () => {
  expect(markdownLine("import x\n\n# y\n- `z|`")).toBe("&#105;mport x **y** • `z|`");
});

test.each([
  ["emphasis", "*a".repeat(20_000)],
  ["quotes", ">".repeat(50_000)],
  ["links", "[a](".repeat(20_000)],
  ["lists", Array.from({ length: 80 }, (_, depth) => `${" ".repeat(depth * 2)}- a`).join("\n")],
])("text that nests %s without end is printed in a moment", (_, text) => {
  const start = performance.now();
  expect(markdownText(text).length).toBeGreaterThan(0);
  expect(markdownCell(text).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(4000);
});

const pieces = fc.constantFrom(
  ..."a|b 1|*|**|_|`|``|```|~~~|~~|{|}|{{x}}|<|>|</|<a>|<A b={c}>|<!--|-->|</script>|&|&lt;|&#123;|[|]|(|)|](|!".split(
    "|",
  ),
  ..."\\ \n \n\n \t # ## - + = === --- 1. 2) : :: ::: javascript: https://x.example import export $ $ @".split(" "),
  "|",
  "|---|",
  "\n| a | b |\n|---|---|\n",
  "import x from 'y'",
  "\nexport default 1",
  "    ",
  "\r\n",
  "\u2028",
  "\u202e",
  "\ud800",
  "[x]: javascript:y",
  "[x](<javascript:y>)",
);

test("no text makes a page that does not compile or that holds more than text", async () => {
  const text = fc.array(pieces, { maxLength: 25 }).map((parts) => parts.join(""));
  await fc.assert(
    fc.asyncProperty(text, async (value) => {
      const row = `| ${markdownCell(value)} | end |`;
      const page = `# Page\n\n${markdownText(value)}\n\n${markdownLine(value)}\n\n| a | b |\n| --- | --- |\n${row}\n\nLast.\n`;
      const { active, links, headings, text: shown } = await mdxContents(page);
      expect(active.filter((node) => node !== "<br>" && node !== "<code>")).toEqual([]);
      expect(links.filter((url) => !/^(?:https?|mailto):/.test(url))).toEqual([]);
      expect(headings).toBe(1);
      expect(shown.endsWith("endLast.")).toBe(true);
    }),
    { numRuns: Number(process.env.SAILKIT_RUNS ?? 300) },
  );
}, 60_000);
