import type { DataModel } from "./data-model.ts";

/** A difference of two data models. */
export interface ModelChange {
  /** `CodegenOperation`. */
  readonly class: string;
  /** Undefined where the whole class is new or gone. */
  readonly member?: string;
  readonly kind: "added" | "removed" | "retyped";
  /** The type, or the old and the new one. */
  readonly detail: string;
}

/** What templates of the tool can read in one version and not, or otherwise, in another; by class and name. */
export function compareModels(before: DataModel, after: DataModel): ModelChange[] {
  const classes = [...new Set([...before.keys(), ...after.keys()])].sort();
  return classes.flatMap((name): ModelChange[] => {
    const [old, now] = [before.get(name), after.get(name)];
    if (!old) return [{ class: name, kind: "added", detail: `${now?.size ?? 0} members` }];
    if (!now) return [{ class: name, kind: "removed", detail: `${old.size} members` }];
    return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((member): ModelChange[] => {
      const [was, is] = [old.get(member), now.get(member)];
      if (was === is) return [];
      if (was === undefined) return [{ class: name, member, kind: "added", detail: is ?? "" }];
      if (is === undefined) return [{ class: name, member, kind: "removed", detail: was }];
      return [{ class: name, member, kind: "retyped", detail: `${was} → ${is}` }];
    });
  });
}
