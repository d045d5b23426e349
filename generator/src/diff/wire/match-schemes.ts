import type { SecurityScheme } from "./security-scheme.ts";

/**
 * The new name of each old security scheme: the same one, or else the only one left over that works the same way. A name
 * of a scheme never reaches the wire.
 */
export function matchSchemes(
  old: ReadonlyMap<string, SecurityScheme>,
  next: ReadonlyMap<string, SecurityScheme>,
): Map<string, string> {
  const names = new Map([...old.keys()].filter((name) => next.has(name)).map((name) => [name, name]));
  const left = () => [...next.values()].filter(({ name }) => ![...names.values()].includes(name));
  for (const alike of [sameFlows, sameKind]) {
    for (const scheme of old.values()) {
      if (names.has(scheme.name)) continue;
      const [only, ...others] = left().filter((other) => alike(scheme, other));
      if (only && others.length === 0) names.set(scheme.name, only.name);
    }
  }
  return names;
}

function sameFlows(old: SecurityScheme, next: SecurityScheme): boolean {
  return sameKind(old, next) && old.flows.join() === next.flows.join();
}

function sameKind(old: SecurityScheme, next: SecurityScheme): boolean {
  return old.kind === next.kind;
}
