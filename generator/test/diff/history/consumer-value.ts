import { resolveParts } from "../../../src/diff/wire/schema/expand-parts.ts";
import { isMarked } from "../../../src/diff/wire/schema/is-marked.ts";
import type { Part } from "../../../src/diff/wire/schema/schema-view.ts";
import { viewSchema } from "../../../src/diff/wire/schema/view-schema.ts";
import type { JsonObject } from "../../../src/spec/json.ts";
import { consumerType } from "./consumer-type.ts";

const DEEPEST = 7;

/** Gives the call that makes a value of a component schema, by its pointer; undefined where it has no function. */
export type Makers = (pointer: string) => string | undefined;

/**
 * What a consumer writes for a schema that is sent: every property, every value, every alternative, as literals.
 * @param makers calls to use for component schemas inside it, instead of literals
 */
export function consumerValue(
  document: JsonObject,
  parts: readonly Part[],
  makers: Makers = () => undefined,
  above: readonly string[] = [],
): string {
  const resolved = resolveParts(document, parts);
  const key = resolved.map(({ pointer }) => pointer).join("|");
  const scalar = consumerType(document, parts, true);
  if (scalar !== undefined) return `given<${scalar}>()`;
  if (above.includes(key) || above.length > DEEPEST) return "given<never>()";
  const view = viewSchema(document, parts);
  const inside = [...above, key];
  const made = above.length > 0 ? makers(view.pointer) : undefined;
  if (view.format === "binary") return "given<Blob>()";
  const orNull = (text: string) => (view.nullable ? `(given<boolean>() ? ${text} : null)` : text);
  if (made !== undefined) return orNull(made);
  if (view.variants.length > 0 && view.properties.size === 0) {
    const each = view.variants.map((variant) => consumerValue(document, [variant], makers, inside));
    return orNull(each.reduceRight((rest, value) => `(given<boolean>() ? ${value} : ${rest})`));
  }
  if (view.types?.join() === "array")
    return orNull(view.items ? `[${consumerValue(document, view.items, makers, inside)}]` : "[given<string>()]");
  if (view.types?.join() === "object") {
    const members = [...view.properties].flatMap(([name, property]) => {
      if (isMarked(property, "readOnly")) return [];
      return [`${JSON.stringify(name)}: ${consumerValue(document, property, makers, inside)}`];
    });
    if (view.additional === true || (view.additional === undefined && view.properties.size === 0)) {
      members.push('"another": given<string>()');
    }
    return orNull(`{ ${members.join(", ")} }`);
  }
  return "given<never>()";
}
