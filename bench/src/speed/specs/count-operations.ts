import { METHODS } from "./methods.ts";

/** How many operations a spec has. */
export function countOperations({ paths }: Record<string, unknown>): number {
  const items = Object.values((paths ?? {}) as Record<string, object>);
  return items.reduce((sum, item) => sum + METHODS.filter((method) => method in item).length, 0);
}
