import { literal } from "../../../text/literal.ts";
import type { Json } from "../../json.ts";

/** The members of an enum as the wire carries them, and whether null is among them. */
export interface EnumMembers {
  readonly values: readonly (string | number | boolean)[];
  readonly hasNull: boolean;
}

/**
 * Reads the members of an `enum`. Members not of the schema's own type are a slip of YAML (`enum: [on, 1]` under
 * `type: string`) and are read as that type. Undefined where members are objects or arrays.
 */
export function enumMembers(members: readonly Json[], type: string | undefined): EnumMembers | undefined {
  const scalars = members.filter((member) => member !== null);
  if (scalars.some((member) => typeof member === "object")) return undefined;
  const values = scalars.map((member) => asType(member as string | number | boolean, type));
  return { values: [...new Set(values)], hasNull: scalars.length < members.length };
}

function asType(member: string | number | boolean, type: string | undefined): string | number | boolean {
  if (type === "string") return String(member);
  if (type === "integer" || type === "number")
    return member !== "" && Number.isFinite(Number(member)) ? Number(member) : member;
  if (type === "boolean" && (member === "true" || member === "false")) return member === "true";
  return member;
}

/**
 * The members as a TypeScript type. An open one also accepts what later versions of the API may add, and still offers the
 * known members in editors.
 */
export function enumType(
  members: readonly (string | number | boolean)[],
  options: { open: boolean; nullable: boolean },
): string {
  const parts = members.map((member) => literal(member));
  if (options.open && members.some((member) => typeof member === "string")) parts.push("(string & {})");
  if (options.open && members.some((member) => typeof member === "number")) parts.push("(number & {})");
  if (options.nullable || parts.length === 0) parts.push(parts.length === 0 && !options.nullable ? "never" : "null");
  return parts.length === 1 ? (parts[0] as string) : `(${parts.join(" | ")})`;
}
