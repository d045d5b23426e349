import type { Change } from "./change.ts";
import { LEVELS } from "./level.ts";

/** Sorts changes: greatest level first, then by operation, place and rule. */
export function inOrder(a: Change, b: Change): number {
  return (
    LEVELS.indexOf(b.level) - LEVELS.indexOf(a.level) ||
    compare(a.operationId, b.operationId) ||
    compare(a.pointer, b.pointer) ||
    compare(a.id, b.id) ||
    compare(a.message, b.message)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
