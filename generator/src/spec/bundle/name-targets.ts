import type { Json } from "../json.ts";
import { isObject } from "../json.ts";
import { toPointer } from "../json-pointer.ts";
import { own } from "../walk/own.ts";
import { deriveName } from "./derive-name.ts";
import type { Target } from "./place.ts";

/**
 * Gives every target with a section a name that no other component of the section has, not even in another case. The names
 * depend on where targets stand, not on the order in which references were met.
 */
export function nameTargets(targets: Iterable<Target>, root: Json): void {
  const taken = new Map<string, Set<string>>();
  const sorted = [...targets]
    .filter((target) => target.section !== undefined && target.name === undefined)
    .sort(byPlace);
  for (const target of sorted) {
    const section = target.section as string;
    const names = taken.get(section) ?? namesOf(root, section);
    taken.set(section, names);
    target.name = freeName(deriveName(target.place), names);
    names.add(target.name.toLowerCase());
  }
}

function namesOf(root: Json, section: string): Set<string> {
  const entries = own(own(root, "components"), section);
  return new Set(isObject(entries) ? Object.keys(entries).map((name) => name.toLowerCase()) : []);
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}${number}`;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

function byPlace(a: Target, b: Target): number {
  return compare(sortKey(a), sortKey(b));
}

function sortKey({ place, kind }: Target): string {
  return `${place.document.label}#${toPointer(place.tokens)}#${kind}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
