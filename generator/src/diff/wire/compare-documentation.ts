import { isObject, type JsonObject } from "../../spec/json.ts";
import { sameValue } from "../same-value.ts";
import { canonicalText } from "./schema/canonical-text.ts";
import type { SpecOperation } from "./spec-operation.ts";
import type { WireContext } from "./wire-context.ts";

/** What is compared by itself, or is compared as part of something else. */
const COMPARED = new Set(
  (
    "operationId parameters requestBody responses security servers deprecated tags callbacks schema content headers " +
    "required name in style explode allowReserved encoding x-sailpoint-userLevels"
  ).split(" "),
);

/** Reports once for each operation that what people read of it differs. */
export function compareDocumentation(old: SpecOperation, next: SpecOperation, { report }: WireContext): void {
  if (sameSources(old, next)) return;
  const before = documentation(old);
  const after = documentation(next);
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter((key) => before.get(key) !== after.get(key));
  if (changed.length === 0) return;
  report({
    id: "documentation-changed",
    pointer: next.model.pointer,
    in: "new",
    message: `${next.model.id}: ${changed.sort().join(", ")} reads differently`,
    operations: [next.model.id],
  });
}

/** Whether two operations read the same to the letter, with everything they refer to but schemas. */
function sameSources(old: SpecOperation, next: SpecOperation): boolean {
  const sources = ({ source, parameters, body, responses }: SpecOperation) => [
    source,
    ...parameters.map((one) => one.source),
    ...(body ? [body.source] : []),
    ...responses.flatMap((one) => [one.source, ...one.headers.map((header) => header.source)]),
  ];
  return sameValue(sources(old), sources(next));
}

/** By what it is of: the text of everything that is only read. */
function documentation({ source, parameters, body, responses }: SpecOperation): Map<string, string> {
  const found = new Map(textsOf(source));
  for (const { in: place, name, source: parameter } of parameters) found.set(`${place}.${name}`, joined(parameter));
  if (body) found.set("body", joined(body.source) + examples(body.source));
  for (const { status, source: response, headers } of responses) {
    found.set(status, joined(response) + examples(response));
    for (const header of headers) found.set(`${status} header ${header.name}`, joined(header.source));
  }
  return new Map([...found].filter(([, text]) => text !== ""));
}

function textsOf(source: JsonObject): [string, string][] {
  return Object.entries(source)
    .filter(([key]) => !COMPARED.has(key))
    .map(([key, value]) => [key, canonicalText(value)]);
}

function joined(source: JsonObject): string {
  return textsOf(source)
    .map(([key, text]) => `${key}:${text}`)
    .sort()
    .join("\n");
}

function examples({ content }: JsonObject): string {
  const media = isObject(content) ? Object.values(content).filter(isObject) : [];
  return media
    .map(({ example, examples }) => canonicalText(example) + canonicalText(examples))
    .filter((text) => text !== "")
    .sort()
    .join("\n");
}
