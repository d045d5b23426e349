import { literal } from "../../../text/literal.ts";
import { Commented } from "./commented.ts";
import type { ExampleValue } from "./example-value.ts";
import { SourceCode } from "./source-code.ts";

/** An example's value as a TypeScript expression, on one line but for comments: the formatter lays it out. */
export function printValue(value: ExampleValue): string {
  if (value instanceof SourceCode) return value.text;
  if (value instanceof Commented) return printValue(value.value);
  if (Array.isArray(value)) return `[${value.map(printValue).join(", ")}]`;
  if (value === null || typeof value !== "object") return literal(value);
  const members = Object.entries(value).flatMap(([key, member]) =>
    member === undefined ? [] : [`${printComment(member)}${printKey(key)}: ${printValue(member)}`],
  );
  return members.length > 0 ? `{ ${members.join(", ")} }` : "{}";
}

function printComment(value: ExampleValue): string {
  return value instanceof Commented ? `\n// ${value.comment}\n` : "";
}

/** Written plainly, `__proto__` would set the prototype. */
function printKey(key: string): string {
  return key === "__proto__" ? `["__proto__"]` : literal(key);
}
