import type { Change } from "./change.ts";
import { inOrder } from "./in-order.ts";

/** Rules of what no type shows. */
const WITHOUT_TYPES = /^(?:security|user-level|operation)-/;

/**
 * One list of what both lenses found. What the compiler says of a place where the wire contract breaks already is the same
 * news: that change is marked as found by both.
 */
export function joinLenses(wire: readonly Change[], types: readonly Change[]): Change[] {
  const breaking = wire.filter(({ id, level }) => level === "major" && !WITHOUT_TYPES.test(id));
  const confirmed = new Set<Change>();
  const own = types.filter((change) => {
    if (change.level !== "major" || !change.id.startsWith("type-")) return true;
    const same = breaking.filter((other) => isSamePlace(other, change) || isRenamedPlace(other, change));
    for (const other of same) if (other.lens === "wire") confirmed.add(other);
    return same.length === 0;
  });
  const marked = wire.map((change): Change => (confirmed.has(change) ? { ...change, lens: "wire+types" } : change));
  return [...marked, ...own].sort(inOrder);
}

function isSamePlace(wire: Change, types: Change): boolean {
  const isInside = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}/`);
  const isNear = isInside(wire.pointer, types.pointer) || isInside(types.pointer, wire.pointer);
  const isSameWay = wire.directions.length === 0 || wire.directions.some((one) => types.directions.includes(one));
  const isShared = wire.operations.length === 0 || wire.operations.some((one) => types.operations.includes(one));
  return isNear && isSameWay && isShared;
}

/** A place in the path under another name is one that is gone and one that is new, to the compiler. */
function isRenamedPlace(wire: Change, types: Change): boolean {
  return (
    wire.id === "path-parameter-renamed" &&
    types.message.includes(".params.path") &&
    wire.operations.some((one) => types.operations.includes(one))
  );
}
