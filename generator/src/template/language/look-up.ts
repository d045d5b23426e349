import { isObject, type Json } from "../../spec/json.ts";

/** What names are looked up in: a value, its place in the list it comes from, and what lies around it. */
export interface Scope {
  readonly data: Json | undefined;
  readonly index: number;
  readonly count: number;
  readonly outer: Scope | undefined;
}

/** A scope inside another, for a value that comes from no list; it keeps the place in the list around it. */
export function withValue(outer: Scope | undefined, data: Json | undefined): Scope {
  return { data, index: outer?.index ?? 0, count: outer?.count ?? 0, outer };
}

/** A scope for an item of a list. */
export function withItem(outer: Scope | undefined, list: readonly Json[], index: number): Scope {
  return { data: list[index], index, count: list.length, outer };
}

/** Only `false`, `null`, a missing value and an empty list are false; an empty text and zero are true. */
export function isTruthy(value: Json | undefined): boolean {
  return value !== undefined && value !== null && value !== false && !(Array.isArray(value) && value.length === 0);
}

/** The value of a name: in the innermost scope that has it, first as a whole, then by its dotted parts. */
export function lookUp(name: string, scope: Scope | undefined): Json | undefined {
  const special = specialValue(name, scope);
  if (special !== undefined) return special;
  const whole = find(name, scope);
  if (whole !== undefined || !name.includes(".")) return whole;
  const [first = "", ...rest] = name.split(".");
  let value = find(first, scope);
  for (const part of rest) value = isObject(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return value;
}

function specialValue(name: string, scope: Scope | undefined): Json | undefined {
  switch (name) {
    case "this":
    case ".":
      return scope?.data;
    case "-first":
      return scope?.index === 0;
    case "-last":
      return scope !== undefined && scope.index === scope.count - 1;
    case "-index":
      return (scope?.index ?? 0) + 1;
  }
  return undefined;
}

function find(name: string, scope: Scope | undefined): Json | undefined {
  for (let current = scope; current; current = current.outer) {
    if (isObject(current.data) && Object.hasOwn(current.data, name)) return current.data[name];
  }
  return undefined;
}
