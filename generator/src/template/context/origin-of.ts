import { ORIGIN_TABLE } from "./origin-table.ts";
import type { VariableOrigin } from "./variable-origin.ts";

const exact = new Map(ORIGIN_TABLE.map((origin) => [origin.variable, origin]));
const prefixes = ORIGIN_TABLE.filter(({ variable }) => variable.endsWith("*")).map(
  (origin) => [origin.variable.slice(0, -1), origin] as const,
);

/** Where a variable comes from, by its whole name; undefined for an object or a list, which its members tell about. */
export function originOf(variable: string): VariableOrigin | undefined {
  return exact.get(variable) ?? prefixes.find(([prefix]) => variable.startsWith(prefix))?.[1];
}
