import { isObject, type JsonObject } from "../../json.ts";
import type { Convert, ConvertContext, Position } from "./conversion.ts";

/** Key under which a converted array carries its leading members, each `{ schema, optional }`; `items` is then the rest. */
export const TUPLE_KEY = "x-sailkit-tuple";

/** An array, or a tuple where `prefixItems` says what stands where. */
export function convertArray(schema: JsonObject, context: ConvertContext, at: Position, convert: Convert): JsonObject {
  const inside: Position = { ...at, immediate: undefined, within: [], depth: at.depth + 1, closed: false };
  const unlisted: Position = { ...inside, place: undefined };
  if (Array.isArray(schema.prefixItems) && schema.prefixItems.length > 0) {
    const least = typeof schema.minItems === "number" ? schema.minItems : 0;
    const members = schema.prefixItems.map((item, index) => ({
      schema: convert(item, context, unlisted),
      optional: index >= least,
    }));
    const isClosed = schema.items === false || schema.maxItems === members.length;
    const rest = isClosed ? false : convert(schema.items, context, unlisted);
    if ((rest !== false || members.some(({ optional }) => optional)) && isUnprintable(context, at)) {
      const all = [...members.map((member) => member.schema), ...(rest === false ? [] : [rest])];
      return { type: "array", items: all.some((one) => Object.keys(one).length === 0) ? {} : { anyOf: all } };
    }
    return { type: "array", [TUPLE_KEY]: members, items: rest };
  }
  // A list of schemas is how tuples were written before; in OpenAPI 3.0 it is a slip, mostly for "any of these".
  if (Array.isArray(schema.items)) {
    const members = schema.items.map((item) => convert(item, context, unlisted));
    const [only] = members;
    return { type: "array", items: members.length === 1 && only ? only : members.length > 0 ? { anyOf: members } : {} };
  }
  let items = schema.items;
  // An enum beside `type: array` is meant for the items.
  if (Array.isArray(schema.enum) && (items === undefined || isObject(items))) {
    const stated = items ?? {};
    if (stated.enum === undefined && stated.$ref === undefined) items = { ...stated, enum: schema.enum.flat() };
  }
  return { type: "array", items: items === undefined ? {} : convert(items, context, inside) };
}

/**
 * Whether TypeScript does not take optional members or a rest of unknown length: in a tuple that is only part of a type which
 * contains itself.
 */
function isUnprintable({ self, alias }: ConvertContext, at: Position): boolean {
  return at.eager && at.depth > 0 && self !== undefined && alias(self, self) !== undefined;
}
