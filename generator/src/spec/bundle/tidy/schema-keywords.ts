import { isObject, type Json, type JsonObject } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Tidy, TidyNode } from "./tidy.ts";

/** Keywords of schemas in the shapes that JSON Schema demands. */
export const schemaKeywords: Tidy = {
  id: "schema-keyword",
  kinds: ["schema"],
  run: (node) => {
    const { value } = node;
    if (value === "true" || value === "false") {
      node.set([], value === "true");
      node.warn([], "The text stands for a boolean; it was read as one.");
    }
    if (!isObject(value)) return;
    tidyType(node, value);
    tidyRequired(node, value);
    tidyEnum(node, value);
  },
};

/** An unquoted `null` in YAML is no text, but as a type it means one. */
function tidyType(node: TidyNode, schema: JsonObject): void {
  const type = own(schema, "type");
  if (type === null) {
    if (node.is30) node.remove(["type"]);
    else node.set(["type"], "null");
    node.warn(
      ["type"],
      node.is30 ? "Nothing stands behind `type`; it was left out." : 'The type null was read as "null".',
    );
  }
  if (!Array.isArray(type)) return;
  const names = type.map((name) => (name === null ? "null" : name)).filter((name) => typeof name === "string");
  if (names.length === type.length && !type.includes(null)) return;
  if (names.length === 0) node.remove(["type"]);
  else node.set(["type"], names);
  node.warn(["type"], 'The list of types holds something else than names; null was read as "null", the rest left out.');
}

/** `required: true` beside a property's type is how JSON Schema had it before draft 4. */
function tidyRequired(node: TidyNode, schema: JsonObject): void {
  const required = own(schema, "required");
  if (required === undefined || required === null) return;
  const names = Array.isArray(required) ? [...new Set(required.filter((name) => typeof name === "string"))] : undefined;
  if (names === undefined) {
    if (typeof required === "string") node.set(["required"], [required]);
    else node.remove(["required"]);
    const made = typeof required === "string" ? "read as a list of one" : "ignored";
    node.warn(
      ["required"],
      `\`required\` is no list of property names; it was ${made}.`,
      "List names beside `properties`.",
    );
  } else if (names.length !== (required as Json[]).length) {
    node.set(["required"], names);
    node.warn(["required"], "`required` holds names twice, or something else than names; those were left out.");
  }
}

/** `enum: [1.0, on]` of a string is written without the quotes it needs. */
function tidyEnum(node: TidyNode, schema: JsonObject): void {
  const written = own(schema, "enum");
  if (written === undefined || written === null) return;
  if (!Array.isArray(written)) {
    if (isObject(written)) node.remove(["enum"]);
    else node.set(["enum"], [written]);
    node.warn(["enum"], `\`enum\` is no list; it was ${isObject(written) ? "ignored" : "read as a list of one"}.`);
    return;
  }
  const distinct = [...new Map(written.map((member) => [JSON.stringify(member), member])).values()];
  const isText = own(schema, "type") === "string";
  const members = isText ? distinct.map((member) => (typeof member === "object" ? member : String(member))) : distinct;
  if (members.length === written.length && members.every((member, index) => member === written[index])) return;
  node.set(["enum"], members);
  const what = distinct.length < written.length ? "values twice" : "numbers or booleans for a string";
  node.warn(["enum"], `The enum lists ${what}; it was put right.`, "List each value once, and quote texts.");
}
