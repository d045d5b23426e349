import { expect, test } from "vitest";
import { withComment } from "../../../../src/emit/docs/examples/member-comment.ts";
import { printValue } from "../../../../src/emit/docs/examples/print-value.ts";

const print = (said: Parameters<typeof withComment>[0]) => printValue({ a: withComment(said, 1) });

test.each<[string, Parameters<typeof withComment>[0], string]>([
  ["what it is", { description: "Items. Many.", required: true }, '{ \n// Items.\n"a": 1 }'],
  [
    "that it may be left out, and what is assumed then",
    { description: "Items.", required: false, default: 250 },
    '{ \n// Items. (optional, default 250)\n"a": 1 }',
  ],
  [
    "no default that is long",
    { description: "", required: false, default: "x".repeat(99) },
    '{ \n// (optional)\n"a": 1 }',
  ],
  ["nothing where nothing is known", { description: "", required: true }, '{ "a": 1 }'],
  [
    "hostile text on one line, inert",
    { description: "a\u2028b\n*/ @ts-ignore", required: true },
    '{ \n// a b *\\/ \\@ts-ignore\n"a": 1 }',
  ],
])("a comment tells %s", (_, said, printed) => {
  expect(print(said)).toBe(printed);
});
