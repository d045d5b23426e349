import { isObject, type Json } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";
import { hasType, typesOf } from "../schema-types.ts";

const dateTime = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})?$/;
const date = /^\d{4}-\d{2}-\d{2}$/;

/** A default is a value of its schema. */
export const defaultValue: Rule = {
  id: "default-value",
  kinds: ["schema"],
  start: (report) => ({
    visit: ({ value }) => {
      const written = own(value, "default");
      if (!isObject(value) || written === undefined) return;
      const what = misfit(value, written);
      if (what === undefined) return;
      report({
        severity: "warning",
        below: ["default"],
        message: `The default is ${what}.`,
      });
    },
  }),
};

function misfit(schema: Json, written: Json): string | undefined {
  const types = typesOf(schema);
  if (types.length > 0 && !hasType(written, types)) return `not of the type ${types.join(" or ")}`;
  const format = own(schema, "format");
  if (typeof written === "string" && format === "date-time" && !dateTime.test(written)) return "no date-time";
  if (typeof written === "string" && format === "date" && !date.test(written)) return "no date";
  const members = own(schema, "enum");
  const listed = !Array.isArray(members) || members.length === 0 || members.some((member) => equal(member, written));
  return listed || typeof written === "object" ? undefined : "not among the values of its enum";
}

function equal(a: Json, b: Json): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
