import { isObject, type Json } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Report, Rule } from "../rule.ts";
import { hasType, typesOf } from "../schema-types.ts";

/** Members of enums are different values of the schema's type, and null is among them exactly when it is allowed. */
export const enumValues: Rule = {
  id: "enum-values",
  kinds: ["schema"],
  start: (report) => ({
    visit: ({ value }) => {
      const members = own(value, "enum");
      if (!isObject(value) || !Array.isArray(members)) return;
      checkNull(report, value, members);
      checkMembers(report, value, members);
    },
  }),
};

function checkNull(report: Report, schema: Json, members: readonly Json[]): void {
  const types = typesOf(schema);
  const nullable = types.includes("null");
  const holdsNull = members.includes(null);
  if (nullable && !holdsNull && members.length > 0) {
    const message = "The schema allows null, but its enum does not list it.";
    report({ severity: "warning", below: ["enum"], message, hint: "Add null to the enum." });
  } else if (holdsNull && !nullable && types.length > 0) {
    const message = "The enum lists null, but the type of the schema does not allow it.";
    report({ severity: "warning", below: ["enum"], message, hint: "Allow null in the type as well." });
  }
}

function checkMembers(report: Report, schema: Json, members: readonly Json[]): void {
  const types = typesOf(schema);
  const seen = new Set<string>();
  if (members.length === 0)
    report({ severity: "warning", below: ["enum"], message: "The enum is empty, so no value fits it." });
  for (const [index, member] of members.entries()) {
    const below = ["enum", index];
    const text = JSON.stringify(member);
    if (member === "") report({ severity: "warning", below, message: "A member of the enum is an empty text." });
    else if (seen.has(text)) report({ severity: "warning", below, message: `The enum holds ${shorten(text)} twice.` });
    else if (member !== null && types.length > 0 && !hasType(member, types)) {
      const message = `The member ${shorten(text)} of the enum is not of the type ${types.join(" or ")}.`;
      report({ severity: "warning", below, message });
    }
    seen.add(text);
  }
}

function shorten(text: string): string {
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
