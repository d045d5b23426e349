import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { FilterError } from "../../src/filter/filter-error.ts";
import { parseFilter } from "../../src/filter/parse-filter.ts";
import { printFilter } from "../../src/filter/print-filter.ts";
import { filterArbitrary } from "./filter-arbitrary.ts";

const eq = (field: string, value: string | number | boolean) =>
  ({ kind: "comparison", field, operator: "eq", value }) as const;

describe("what parses", () => {
  test.each([
    ['id eq "1"', eq("id", "1")],
    ['  id\teq\n"1" ', eq("id", "1")],
    ['name eq "a \\"b\\" \\\\ c, (d)"', eq("name", 'a "b" \\ c, (d)')],
    ['name eq ""', eq("name", "")],
    ["size eq -2.5e3", eq("size", -2500)],
    ["open eq true", eq("open", true)],
    ["when eq 2026-03-01T06:00:00.000Z", eq("when", "2026-03-01T06:00:00.000Z")],
    ["when eq 2026-03-01", eq("when", "2026-03-01")],
    ['target.name eq "x"', eq("target.name", "x")],
    ['id in ("1","2")', { kind: "list", field: "id", operator: "in", values: ["1", "2"] }],
    ['tags ca ( "1" )', { kind: "list", field: "tags", operator: "ca", values: ["1"] }],
    ["pr name", { kind: "presence", field: "name", operator: "pr" }],
    ["name isnull", { kind: "presence", field: "name", operator: "isnull" }],
    [
      "a eq 1 or b eq 2 and not c eq 3",
      { kind: "or", terms: [eq("a", 1), { kind: "and", terms: [eq("b", 2), { kind: "not", term: eq("c", 3) }] }] },
    ],
    [
      "(a eq 1 or b eq 2) and c eq 3",
      { kind: "and", terms: [{ kind: "or", terms: [eq("a", 1), eq("b", 2)] }, eq("c", 3)] },
    ],
    ["not (a eq 1 and b eq 2)", { kind: "not", term: { kind: "and", terms: [eq("a", 1), eq("b", 2)] } }],
    ["not not a eq 1", { kind: "not", term: { kind: "not", term: eq("a", 1) } }],
    ["((a eq 1))", eq("a", 1)],
    ["a eq 1 and b eq 2 and c eq 3", { kind: "and", terms: [eq("a", 1), eq("b", 2), eq("c", 3)] }],
  ])("%s", (filter, expected) => {
    expect(parseFilter(filter)).toEqual(expected);
  });

  test.each(["co", "eq", "ge", "gt", "le", "lt", "ne", "sw"])("the comparison %s", (operator) => {
    expect(parseFilter(`id ${operator} "1"`)).toEqual({ kind: "comparison", field: "id", operator, value: "1" });
  });
});

describe("what does not parse", () => {
  test.each([
    ["", "Expected the name of a field but found the end (at position 0)"],
    ["   ", "Expected the name of a field but found the end (at position 3)"],
    ["id", "Expected an operator but found the end (at position 2)"],
    [
      "id eq",
      "Expected a value: a string in double quotes, a number, true, false or a date but found the end (at position 5)",
    ],
    [
      "id eq x",
      "Expected a value: a string in double quotes, a number, true, false or a date but found `x` (at position 6)",
    ],
    [
      "id eq 'x'",
      "Expected a value: a string in double quotes, a number, true, false or a date but found `'x'` (at position 6)",
    ],
    ['id EQ "x"', "Expected an operator but found `EQ` (at position 3)"],
    ['id eq "x" AND id eq "y"', "Expected `and`, `or` or the end but found `AND` (at position 10)"],
    ['id like "x"', "Expected an operator but found `like` (at position 3)"],
    ["name pr", "Expected an operator but found `pr` (at position 5)"],
    ["isnull name", "Expected an operator but found `name` (at position 7)"],
    ['id eq "x', "A string has no closing quote (at position 6)"],
    ['id eq "x\\n"', 'A backslash in a string stands only before " and \\ (at position 8)'],
    ['id in "x"', "Expected a list in parentheses but found a string (at position 6)"],
    [
      "id in ()",
      "Expected a value: a string in double quotes, a number, true, false or a date but found `)` (at position 7)",
    ],
    [
      'id in ("x",)',
      "Expected a value: a string in double quotes, a number, true, false or a date but found `)` (at position 11)",
    ],
    ['id in ("x" "y")', "Expected `,` or `)` but found a string (at position 11)"],
    ['(id eq "x"', "Expected `)`, `and` or `or` but found the end (at position 10)"],
    ['id eq "x")', "Expected `and`, `or` or the end but found `)` (at position 9)"],
    ['id eq "x" id eq "y"', "Expected `and`, `or` or the end but found `id` (at position 10)"],
    ['id%20eq%20"x"', "Expected the name of a field but found `id%20eq%20` (at position 0)"],
    ['"id" eq "x"', "Expected the name of a field but found a string (at position 0)"],
  ])("%s", (filter, message) => {
    const [, text = "", position] = /^(.*) \(at position (\d+)\)$/.exec(message) ?? [];
    expect(() => parseFilter(filter)).toThrow(new FilterError(text, Number(position)));
  });

  test("a filter nested without end", () => {
    expect(() => parseFilter(`${"(".repeat(50_000)}a eq 1`)).toThrow("Nested deeper than 100 levels");
    expect(() => parseFilter(`${"not ".repeat(50_000)}a eq 1`)).toThrow("Nested deeper than 100 levels");
    expect(parseFilter(`${"(".repeat(100)}a eq 1${")".repeat(100)}`)).toEqual(eq("a", 1));
  });
});

test("whatever is printed parses to the same again", () => {
  fc.assert(
    fc.property(filterArbitrary, (expression) => {
      expect(parseFilter(printFilter(expression))).toEqual(expression);
    }),
    { numRuns: 1_000 },
  );
});

test("printing needs no more parentheses than the meaning does", () => {
  for (const filter of [
    "a eq 1 or b eq 2 and not c eq 3",
    "(a eq 1 or b eq 2) and c eq 3",
    "not (a eq 1 and b eq 2) or pr c",
    'id in ("x", "y\\"") and d isnull',
  ]) {
    expect(printFilter(parseFilter(filter))).toBe(filter);
  }
});

test("a value with anything in it stays one string", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 20 }), (value) => {
      expect(parseFilter(printFilter(eq("id", value)))).toEqual(eq("id", value));
    }),
    { numRuns: 1_000 },
  );
});

test("any text parses or is refused with a FilterError", () => {
  const piece = fc.constantFrom(
    "id",
    "eq",
    "in",
    "pr",
    "isnull",
    "and",
    "or",
    "not",
    "(",
    ")",
    ",",
    '"x"',
    '"',
    "\\",
    " ",
    "1",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(piece).map((pieces) => pieces.join(" ")),
      ),
      (text) => {
        try {
          parseFilter(text);
        } catch (error) {
          expect(error).toBeInstanceOf(FilterError);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
