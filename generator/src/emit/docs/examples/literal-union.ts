import type { Json } from "../../../spec/json.ts";

/** A union of literals, as the transform writes it into the type of an enum, a constant or a discriminator. */
export interface LiteralUnion {
  readonly values: readonly (string | number | boolean | null)[];
  /** Whether other strings or numbers are accepted too. */
  readonly open: boolean;
}

const MEMBER = /^\s*(?:"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|true|false|null)\s*$/;
const OPEN = /\s*\|\s*\((?:string|number) & \{\}\)/g;

/** Reads `("A" | "B" | null)` or `"A"`; undefined for any other type. */
export function literalUnion(source: string): LiteralUnion | undefined {
  const inner = source.startsWith("(") && source.endsWith(")") ? source.slice(1, -1) : source;
  const closed = inner.replace(OPEN, "");
  const members = closed.match(/"(?:[^"\\]|\\.)*"|[^|"]+/g) ?? [];
  const stated = members.filter((member) => member.trim() !== "");
  if (stated.length === 0 || !stated.every((member) => MEMBER.test(member))) return undefined;
  const values = stated.map((member) => JSON.parse(member.trim()) as Json) as LiteralUnion["values"];
  return { values, open: closed !== inner };
}
