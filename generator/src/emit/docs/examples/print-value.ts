import { literal } from "../../../text/literal.ts";
import type { ExampleValue } from "./example-value.ts";
import { SourceCode } from "./source-code.ts";

/** An example's value as a TypeScript expression, on one line: the formatter lays it out. */
export function printValue(value: ExampleValue): string {
  if (value instanceof SourceCode) return value.text;
  if (Array.isArray(value)) return `[${value.map(printValue).join(", ")}]`;
  if (value === null || typeof value !== "object") return literal(value);
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${printKey(key)}: ${printValue(member)}`],
  );
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

/** Written plainly, `__proto__` would set the prototype. */
function printKey(key: string): string {
  return key === "__proto__" ? `["__proto__"]` : literal(key);
}
