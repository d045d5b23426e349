import type { Position } from "./conversion.ts";

/** Where a member of an object stands, one level below the object: of a name that no enum is listed by. */
export function memberPosition(at: Position): Position {
  return { place: undefined, immediate: undefined, eager: false, within: [], closed: false, depth: at.depth + 1 };
}
