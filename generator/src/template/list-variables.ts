import { isObject, type Json, type JsonObject } from "../spec/json.ts";

/** A value that templates can print. */
export interface TemplateVariable {
  /** Names from the outermost section inwards, `[]` behind a list: `x-sailkit-operation.codecs[].name`. */
  readonly name: string;
  /** `text`, `boolean`, `list`, `object`, and combinations such as `text or false`. */
  readonly type: string;
  /** The shortest text seen; empty for other types. */
  readonly example: string;
}

/** Lists every `x-sailkit-*` value of some skeletons, by name. */
export function listVariables(skeletons: readonly JsonObject[]): TemplateVariable[] {
  const seen = new Map<string, { types: Set<string>; example: string }>();
  const visit = (name: string, value: Json | undefined) => {
    const entry = seen.get(name) ?? { types: new Set<string>(), example: "" };
    seen.set(name, entry);
    entry.types.add(typeName(value));
    if (typeof value === "string" && value !== "" && (entry.example === "" || value.length < entry.example.length)) {
      entry.example = value;
    }
    if (Array.isArray(value))
      for (const item of value) isObject(item) ? visitMembers(`${name}[]`, item) : visit(`${name}[]`, item);
    if (isObject(value)) visitMembers(name, value);
  };
  const visitMembers = (name: string, object: JsonObject) => {
    for (const [key, value] of Object.entries(object)) visit(`${name}.${key}`, value);
  };
  for (const skeleton of skeletons) {
    for (const extensions of [skeleton, ...operations(skeleton)]) {
      for (const [key, value] of Object.entries(extensions)) if (key.startsWith("x-sailkit-")) visit(key, value);
    }
  }
  return [...seen]
    .map(([name, { types, example }]) => ({ name, type: [...types].sort(falseLast).join(" or "), example }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function operations(skeleton: JsonObject): JsonObject[] {
  const items = isObject(skeleton.paths) ? Object.values(skeleton.paths) : [];
  return items.filter(isObject).flatMap((item) => Object.values(item).filter(isObject));
}

function typeName(value: Json | undefined): string {
  if (Array.isArray(value)) return "list";
  if (isObject(value)) return "object";
  if (value === false || value === null || value === undefined) return "false";
  return value === true ? "true" : "text";
}

function falseLast(a: string, b: string): number {
  return Number(a === "false") - Number(b === "false") || (a < b ? -1 : 1);
}
