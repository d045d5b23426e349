import type { SpecOperation } from "./spec-operation.ts";

/** The operations of two specs, as they correspond. */
export interface MatchedOperations {
  readonly pairs: readonly { readonly old: SpecOperation; readonly new: SpecOperation }[];
  readonly added: readonly SpecOperation[];
  readonly removed: readonly SpecOperation[];
}

/**
 * Matches operations by method and path, whatever the names of places in it; those left over by operationId: they moved.
 */
export function matchOperations(old: readonly SpecOperation[], next: readonly SpecOperation[]): MatchedOperations {
  const pairs: { old: SpecOperation; new: SpecOperation }[] = [];
  let removed = [...old];
  let added = [...next];
  for (const key of [
    ({ model }: SpecOperation) => `${model.method} ${model.path}`,
    ({ address }: SpecOperation) => address,
    ({ statedId }: SpecOperation) => statedId,
  ]) {
    const byKey = new Map<string, SpecOperation>();
    for (const operation of [...added].reverse()) byKey.set(key(operation) ?? "", operation);
    for (const operation of removed) {
      const wanted = key(operation);
      const other = wanted === undefined ? undefined : byKey.get(wanted);
      if (wanted === undefined || !other) continue;
      byKey.delete(wanted);
      pairs.push({ old: operation, new: other });
    }
    const taken = new Set(pairs.flatMap((pair) => [pair.old, pair.new]));
    removed = removed.filter((operation) => !taken.has(operation));
    added = added.filter((operation) => !taken.has(operation));
  }
  return { pairs, added, removed };
}
