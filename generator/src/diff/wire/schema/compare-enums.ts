import type { Difference } from "./difference.ts";
import type { SchemaView } from "./schema-view.ts";

const SHOWN = 10;

/** Compares the values two schemas allow. */
export function compareEnums(old: SchemaView, next: SchemaView): Difference[] {
  const at = { in: "new", pointer: next.pointer } as const;
  const { values: before } = old;
  const { values: after } = next;
  if (before === undefined && after === undefined) return [];
  if (before === undefined) return [{ ...at, id: "enum-added", text: `is limited to ${list(after ?? [])}` }];
  if (after === undefined) return [{ ...at, id: "enum-removed", text: `is no longer limited to ${list(before)}` }];
  const found: Difference[] = [];
  const added = after.filter((value) => !before.includes(value));
  const removed = before.filter((value) => !after.includes(value));
  if (added.length > 0) found.push({ ...at, id: "enum-value-added", text: `knows the further value ${list(added)}` });
  if (removed.length > 0)
    found.push({ ...at, id: "enum-value-removed", text: `no longer knows the value ${list(removed)}` });
  return found;
}

function list(values: readonly string[]): string {
  const rest = values.length - SHOWN;
  return values.slice(0, SHOWN).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
