import type ts from "typescript";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { TUPLE_KEY } from "../../spec/transforms/schemas/convert-array.ts";

/** The tuple type of a converted array whose leading members are known; undefined for any other schema. */
export function tupleType(
  schema: JsonObject,
  { factory, SyntaxKind }: typeof ts,
  typeOf: (member: Json) => ts.TypeNode,
): ts.TypeNode | undefined {
  const members = schema[TUPLE_KEY];
  if (!Array.isArray(members)) return undefined;
  const elements: ts.TypeNode[] = members.filter(isObject).map((member) => {
    const type = typeOf(member.schema as Json);
    return member.optional === true ? factory.createOptionalTypeNode(type) : type;
  });
  if (schema.items !== false) {
    const rest = isObject(schema.items) && Object.keys(schema.items).length > 0 ? typeOf(schema.items) : undefined;
    const item = rest ?? factory.createKeywordTypeNode(SyntaxKind.UnknownKeyword);
    elements.push(factory.createRestTypeNode(factory.createArrayTypeNode(item)));
  }
  return factory.createTupleTypeNode(elements);
}
