import { isObject, type Json } from "../../json.ts";
import type { Kind } from "../../walk/kind.ts";
import { own } from "../../walk/own.ts";
import type { GuardNode, Report, Rule } from "../rule.ts";
import { unsafeCharacters } from "../unsafe-characters.ts";

/** Maps whose keys are names. `strict` ones become identifiers or parts of requests and hold no control characters at all. */
const namedBy: Readonly<Partial<Record<Kind, "strict" | "data">>> = {
  callback: "strict",
  callbacks: "strict",
  content: "strict",
  examples: "strict",
  headers: "strict",
  links: "strict",
  parameters: "strict",
  pathItems: "strict",
  requestBodies: "strict",
  responseMap: "strict",
  responses: "strict",
  schemas: "data",
  securitySchemes: "strict",
};

/**
 * Names that become identifiers, or are sent: no line breaks, no marks that make code read differently from what it is.
 * Names of properties and enum members are data, printed escaped, and may hold line breaks and tabs.
 */
export const nameText: Rule = {
  id: "name-text",
  kinds: [
    ...(Object.keys(namedBy) as Kind[]),
    "components",
    "operation",
    "parameter",
    "tag",
    "schema",
    "securityScheme",
    "server",
  ],
  start: (report) => ({
    visit: (node) => {
      const { kind, value } = node;
      if (!isObject(value)) return;
      const strictness = namedBy[kind];
      if (strictness !== undefined) {
        for (const key of Object.keys(value)) checkName(report, key, strictness, [key]);
      } else {
        checkFields(report, node);
      }
    },
  }),
};

function checkFields(report: Report, { kind, value }: GuardNode): void {
  const check = (below: (string | number)[], text: Json | undefined, strictness: "strict" | "data" = "strict") => {
    if (typeof text === "string") checkName(report, text, strictness, below);
  };
  if (kind === "operation") {
    check(["operationId"], own(value, "operationId"));
    const tags = own(value, "tags");
    if (Array.isArray(tags)) for (const [index, tag] of tags.entries()) check(["tags", index], tag);
  } else if (kind === "parameter" || kind === "tag" || kind === "securityScheme") {
    check(["name"], own(value, "name"));
  } else if (kind === "schema") {
    const members = own(value, "enum");
    if (Array.isArray(members)) for (const [index, member] of members.entries()) check(["enum", index], member, "data");
    check(["const"], own(value, "const"), "data");
    check(["discriminator", "propertyName"], own(own(value, "discriminator"), "propertyName"), "data");
  } else if (kind === "server") {
    const url = own(value, "url");
    check(["url"], typeof url === "string" ? url.trim() : undefined);
    for (const [name, variable] of Object.entries((own(value, "variables") ?? {}) as object)) {
      check(["variables", name], name);
      check(["variables", name, "default"], own(variable, "default"));
      const members = own(variable, "enum");
      if (Array.isArray(members))
        for (const [index, member] of members.entries()) check(["variables", name, "enum", index], member);
    }
  } else if (kind === "components") {
    for (const [section, entries] of Object.entries(value as object)) {
      if (isObject(entries)) for (const name of Object.keys(entries)) checkComponentName(report, section, name);
    }
  }
}

/** `__proto__` is a key like any other here, but not for every tool that the document goes through. */
function checkComponentName(report: Report, section: string, name: string): void {
  if (section.startsWith("x-")) return;
  const below = [section, name];
  checkName(report, name, "strict", below);
  if (name === "__proto__") {
    const message = "A component must not be called __proto__: tools would lose it, or worse.";
    report({ severity: "error", below, message, hint: "Give it another name." });
  }
}

function checkName(
  report: Report,
  text: string,
  strictness: "strict" | "data",
  below: readonly (string | number)[],
): void {
  const { control, deceptive } = unsafeCharacters(text);
  if (deceptive) {
    const message = "The name holds characters that reorder or break text (bidirectional marks, line separators).";
    report({ severity: "error", below, message, hint: "Remove them from the name." });
  } else if (control && strictness === "strict") {
    const message = "The name holds control characters, such as a line break.";
    report({ severity: "error", below, message, hint: "Remove them from the name." });
  }
}
