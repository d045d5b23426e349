import { FilterError } from "./filter-error.ts";
import type { FilterExpression, FilterValue } from "./filter-expression.ts";
import { filterOperators } from "./filter-operator.ts";
import { type FilterToken, tokenizeFilter } from "./tokenize-filter.ts";

// Deeper than anyone writes, and far from the end of the stack.
const deepest = 100;

const fieldPattern = /^[A-Za-z_][A-Za-z0-9_.-]*$/;
const numberPattern = /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const datePattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Parses a filter of the standard collection parameters: `not` binds tighter than `and`, `and` tighter than `or`;
 * keywords are lower case.
 *
 * @throws {FilterError} with the position where it does not parse, for an empty filter, and beyond 100 levels of nesting.
 * @example parseFilter('type eq "QPOC" and not id in ("1", "2")')
 */
export function parseFilter(filter: string): FilterExpression {
  const tokens = tokenizeFilter(filter);
  let next = 0;
  let depth = 0;

  const peekWord = () => (tokens[next]?.kind === "word" ? tokens[next]?.text : undefined);

  function take(kind: FilterToken["kind"], expected: string): FilterToken {
    const token = tokens[next];
    if (token?.kind !== kind) throw unexpected(token, expected, filter);
    next++;
    return token;
  }

  function parseChain(kind: "and" | "or", parseTerm: () => FilterExpression): FilterExpression {
    const terms = [parseTerm()];
    while (peekWord() === kind) {
      next++;
      terms.push(parseTerm());
    }
    return terms.length === 1 && terms[0] !== undefined ? terms[0] : { kind, terms };
  }

  const parseOr = (): FilterExpression => parseChain("or", parseAnd);
  const parseAnd = (): FilterExpression => parseChain("and", parseUnary);

  function nested<T>(parse: () => T): T {
    if (++depth > deepest) throw new FilterError(`Nested deeper than ${deepest} levels`, tokens[next]?.position);
    const result = parse();
    depth--;
    return result;
  }

  function parseUnary(): FilterExpression {
    if (peekWord() === "not") {
      next++;
      return { kind: "not", term: nested(parseUnary) };
    }
    if (tokens[next]?.kind === "(") {
      next++;
      const inner = nested(parseOr);
      take(")", "`)`, `and` or `or`");
      return inner;
    }
    return parseTest();
  }

  function parseTest(): FilterExpression {
    if (peekWord() === "pr") {
      next++;
      return { kind: "presence", field: parseField(), operator: "pr" };
    }
    const field = parseField();
    const token = take("word", "an operator");
    const comparison = filterOperators.comparisons.find((operator) => operator === token.text);
    if (comparison !== undefined) return { kind: "comparison", field, operator: comparison, value: parseValue() };
    const list = filterOperators.lists.find((operator) => operator === token.text);
    if (list !== undefined) return { kind: "list", field, operator: list, values: parseList() };
    if (token.text === "isnull") return { kind: "presence", field, operator: "isnull" };
    throw unexpected(token, "an operator", filter);
  }

  function parseField(): string {
    const token = take("word", "the name of a field");
    if (!fieldPattern.test(token.text)) throw unexpected(token, "the name of a field", filter);
    return token.text;
  }

  function parseList(): FilterValue[] {
    take("(", "a list in parentheses");
    const values = [parseValue()];
    while (tokens[next]?.kind === ",") {
      next++;
      values.push(parseValue());
    }
    take(")", "`,` or `)`");
    return values;
  }

  function parseValue(): FilterValue {
    const token = tokens[next++];
    if (token?.kind === "string") return token.text;
    if (token?.kind === "word") {
      if (token.text === "true" || token.text === "false") return token.text === "true";
      if (numberPattern.test(token.text)) return Number(token.text);
      if (datePattern.test(token.text)) return token.text;
    }
    throw unexpected(token, "a value: a string in double quotes, a number, true, false or a date", filter);
  }

  const expression = parseOr();
  if (next < tokens.length) throw unexpected(tokens[next], "`and`, `or` or the end", filter);
  return expression;
}

function unexpected(token: FilterToken | undefined, expected: string, filter: string): FilterError {
  const found = token === undefined ? "the end" : token.kind === "string" ? "a string" : `\`${token.text}\``;
  return new FilterError(`Expected ${expected} but found ${found}`, token?.position ?? filter.length);
}
