import type { Kind } from "./kind.ts";

const sections: Readonly<Partial<Record<Kind, string>>> = {
  schema: "schemas",
  response: "responses",
  parameter: "parameters",
  example: "examples",
  requestBody: "requestBodies",
  header: "headers",
  securityScheme: "securitySchemes",
  link: "links",
  callback: "callbacks",
};

/** The section of `components` that holds objects of a kind; undefined for kinds that a reference only stands in for. */
export function sectionOf(kind: Kind): string | undefined {
  return sections[kind];
}
