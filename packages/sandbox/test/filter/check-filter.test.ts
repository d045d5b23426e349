import { describe, expect, test } from "vitest";
import { checkFilter } from "../../src/filter/check-filter.ts";
import { FilterError } from "../../src/filter/filter-error.ts";
import type { FilterSupport } from "../../src/filter/filter-support.ts";
import { parseFilter } from "../../src/filter/parse-filter.ts";

const support: FilterSupport = {
  id: { operators: ["eq", "in"], type: "string" },
  size: { operators: ["gt", "isnull"], type: "number" },
  open: { operators: ["eq"], type: "boolean" },
  when: { operators: ["ge"], type: "date-time" },
};

const check = (filter: string) => () => checkFilter(parseFilter(filter), support);

describe("what an operation supports", () => {
  test.each([
    'id eq "1" and not (id in ("2", "3") or size gt 4)',
    "size isnull",
    "open eq false",
    "when ge 2026-03-01",
    'when ge "2026-03-01T00:00:00Z"',
  ])("%s passes", (filter) => {
    expect(check(filter)).not.toThrow();
  });
});

describe("what it does not", () => {
  test.each([
    ['name eq "x"', "The field name cannot be filtered by; these can: id, size, open, when"],
    ['constructor eq "x"', "The field constructor cannot be filtered by; these can: id, size, open, when"],
    ['id co "x"', "The field id does not take co; it takes: eq, in"],
    ['id eq "1" or not (pr id)', "The field id does not take pr; it takes: eq, in"],
    ["id eq 1", "The field id is compared with a string, not with 1"],
    ['id in ("1", 2)', "The field id is compared with a string, not with 2"],
    ['size gt "1"', 'The field size is compared with a number, not with "1"'],
    ['when ge "yesterday"', 'The field when is compared with a date-time, not with "yesterday"'],
  ])("%s", (filter, message) => {
    expect(check(filter)).toThrow(new FilterError(message));
  });
});
