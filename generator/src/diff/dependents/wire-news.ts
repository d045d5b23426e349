import type { Change } from "../change.ts";
import type { SpecDiff } from "../diff-specs.ts";
import type { SpecSide } from "../spec-side.ts";

/** Rules of what no type shows, and of where calls go. The types of answers take values that they do not name. */
const WITHOUT_TYPES = /^(?:security|user-level|operation|server|enum-value)-/;

/**
 * What changes on the wire of operations that a package calls for its users, where its own types cannot show it: who may call
 * them, where they are sent, which values they take. What types show is left to its types.
 *
 * @param uses whether the package takes a name from the client
 */
export function wireNews(
  { diff, old, next }: { readonly diff: SpecDiff; readonly old: SpecSide; readonly next: SpecSide },
  uses: (name: string) => boolean,
): Change[] {
  const called = new Set(
    [old, next].flatMap(({ prepared }) =>
      prepared.client.operations.filter(({ name }) => uses(name)).map(({ id }) => id),
    ),
  );
  return diff.changes.filter(({ id, level, lens, operations }) => {
    const isOurs = operations.some((one) => called.has(one)) || (operations.length === 0 && /^server-/.test(id));
    if (!isOurs || lens !== "wire") return false;
    return level === "major" || (level === "minor" && WITHOUT_TYPES.test(id));
  });
}
