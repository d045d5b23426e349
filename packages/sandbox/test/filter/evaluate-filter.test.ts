import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { evaluateFilter, type FieldValue } from "../../src/filter/evaluate-filter.ts";
import type { FilterExpression, FilterValue } from "../../src/filter/filter-expression.ts";
import { parseFilter } from "../../src/filter/parse-filter.ts";
import { printFilter } from "../../src/filter/print-filter.ts";
import { fields, filterArbitrary } from "./filter-arbitrary.ts";

type Item = Readonly<Record<string, FieldValue>>;

const item: Item = {
  id: "1",
  name: "Payroll [source]",
  size: 12,
  open: true,
  when: "2026-03-01T06:00:00.000Z",
  tags: ["a", "b", "c"],
  none: null,
  empty: [],
};

const holds = (filter: string) => evaluateFilter(parseFilter(filter), (field) => item[field]);

describe("each operator", () => {
  test.each([
    ['id eq "1"', true],
    ["id eq 1", false],
    ['id ne "1"', false],
    ['none ne "1"', true],
    ['none eq ""', false],
    ['name co "roll"', true],
    ['name co "ROLL"', false],
    ['name sw "Pay"', true],
    ['name sw "roll"', false],
    ["size co 1", false],
    ["size gt 11.5", true],
    ["size ge 12", true],
    ["size lt 12", false],
    ["size le 12", true],
    ['size lt "13"', false],
    ["when gt 2026-03-01", true],
    ['when eq "2026-03-01T07:00:00+01:00"', true],
    ["when le 2026-02-28T23:59:59Z", false],
    ["open eq true", true],
    ['id in ("0", "1")', true],
    ['id in ("0", "2")', false],
    ['tags ca ("c", "a")', true],
    ['tags ca ("a", "z")', false],
    ['tags in ("z", "b")', true],
    ['tags eq "b"', true],
    ['tags ne "b"', false],
    ["pr name", true],
    ["pr none", false],
    ["pr empty", false],
    ["pr unheard", false],
    ["none isnull", true],
    ["empty isnull", true],
    ["name isnull", false],
  ])("%s is %s", (filter, expected) => {
    expect(holds(filter)).toBe(expected);
  });
});

const itemArbitrary = fc.record(
  Object.fromEntries(
    fields.map((field) => [
      field,
      fc.oneof(
        fc.constantFrom<FieldValue[]>(null, "a", "ab", "", 1, 0, true, "2026-03-01T00:00:00.000Z", ["a", "ab"]),
        fc.string({ maxLength: 2 }),
      ),
    ]),
  ),
);

test("an expression holds as JavaScript would have it, whose operators bind alike", () => {
  let held = 0;
  fc.assert(
    fc.property(filterArbitrary, itemArbitrary, (expression, candidate) => {
      const expected = oracle(printFilter(expression), testsOf(expression), candidate);
      expect(evaluateFilter(expression, (field) => candidate[field])).toBe(expected);
      if (expected) held++;
    }),
    { numRuns: 2_000 },
  );
  // An oracle that always says no would prove nothing.
  expect(held).toBeGreaterThan(200);
});

type Test = Exclude<FilterExpression, { kind: "and" | "or" | "not" }>;

function testsOf(expression: FilterExpression): Test[] {
  if ("terms" in expression) return expression.terms.flatMap(testsOf);
  return expression.kind === "not" ? testsOf(expression.term) : [expression];
}

/** Puts `true` and `false` in the place of each test in the text, and lets JavaScript work out the rest. */
function oracle(filter: string, tests: readonly Test[], candidate: Item): boolean {
  let rest = filter;
  let script = "";
  for (const one of tests) {
    const text = printFilter(one);
    const at = rest.indexOf(text);
    script += `${toScript(rest.slice(0, at))} ${naive(one, candidate)} `;
    rest = rest.slice(at + text.length);
  }
  return new Function(`return ${script}${toScript(rest)};`)();
}

function toScript(connectives: string): string {
  return connectives.replaceAll("and", "&&").replaceAll("or", "||").replaceAll("not", "!");
}

function naive(one: Test, candidate: Item): boolean {
  const value = candidate[one.field];
  const values = (value === null || value === undefined ? [] : Array.isArray(value) ? value : [value]) as FilterValue[];
  const same = (a: FilterValue, b: FilterValue) => a === b || (isDate(a) && isDate(b) && +new Date(a) === +new Date(b));
  if (one.kind === "presence") return one.operator === "pr" ? values.length !== 0 : values.length === 0;
  if (one.kind === "list") {
    const found = one.values.map((wanted) => values.some((actual) => same(actual, wanted)));
    return one.operator === "in" ? found.includes(true) : !found.includes(false);
  }
  const { operator, value: wanted } = one;
  if (operator === "ne") return values.every((actual) => !same(actual, wanted));
  return values.some((actual) => {
    if (operator === "co" || operator === "sw") {
      if (typeof actual !== "string" || typeof wanted !== "string") return false;
      return operator === "co"
        ? actual.split(wanted).length > 1 || wanted === ""
        : actual.slice(0, wanted.length) === wanted;
    }
    if (operator === "eq") return same(actual, wanted);
    if (typeof actual !== typeof wanted) return false;
    const [a, b] = isDate(actual) && isDate(wanted) ? [+new Date(actual), +new Date(wanted)] : [actual, wanted];
    return { ge: a >= b, gt: a > b, le: a <= b, lt: a < b }[operator];
  });
}

function isDate(value: FilterValue): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d(T|$)/.test(value);
}
