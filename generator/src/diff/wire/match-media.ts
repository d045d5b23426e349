import type { SpecMedia } from "./spec-operation.ts";

/** The media types of two bodies, as they correspond: by their whole text, else by type and subtype. */
export function matchMedia(old: readonly SpecMedia[], next: readonly SpecMedia[]) {
  const pairs: { old: SpecMedia; new: SpecMedia }[] = [];
  let removed = [...old];
  let added = [...next];
  for (const key of ["type", "essence"] as const) {
    for (const media of removed) {
      const other = added.find((candidate) => candidate[key] === media[key]);
      if (!other) continue;
      pairs.push({ old: media, new: other });
      removed = removed.filter((left) => left !== media);
      added = added.filter((left) => left !== other);
    }
  }
  return { pairs, added, removed };
}
