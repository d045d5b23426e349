import type { Json, JsonObject } from "../../../src/spec/json.ts";
import { numbers } from "./numbers.ts";

const PROPERTIES = ["a", "b", "kind", "id"];

/** A spec whose few schemas refer to each other in every way and without sense: circles of all kinds are the rule. */
export function randomSpec(seed: number): JsonObject {
  const next = numbers(seed);
  const upTo = (count: number) => Math.floor(next() * count);
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length)] as T;
  const often = (one: number) => upTo(one) === 0;
  const names = Array.from({ length: 2 + upTo(7) }, (_, index) => `S${index}`);
  const ref = (): JsonObject => ({ $ref: `#/components/schemas/${pick(names)}` });
  const mapping = () => ({ v1: ref().$ref as string, v2: ref().$ref as string });
  const discriminator = (): JsonObject => ({ propertyName: "kind", ...(often(2) && { mapping: mapping() }) });

  const object = (depth: number): JsonObject => {
    const properties: JsonObject = {};
    for (let count = upTo(4); count > 0; count -= 1) {
      const marks = { ...(often(6) && { readOnly: true }), ...(often(8) && { writeOnly: true }) };
      properties[pick(PROPERTIES)] = { ...schema(depth + 1), ...marks };
    }
    return {
      type: "object",
      properties,
      ...(often(2) && { required: [pick(PROPERTIES), pick(PROPERTIES)] }),
      ...(often(4) && { additionalProperties: pick<Json>([true, false, schema(depth + 1)]) }),
      ...(often(5) && { discriminator: discriminator() }),
    };
  };
  const leaves: (() => JsonObject)[] = [
    ref,
    () => ({ type: pick(["string", "integer", "boolean", "number", "null"]) }),
    () => ({ type: "string", enum: [pick(["x", "y"]), "z"], ...(often(3) && { nullable: true }) }),
    () => ({ ...ref(), nullable: true }),
    () => ({ type: "object" }),
    () => ({}),
  ];
  const branches: ((depth: number) => JsonObject)[] = [
    object,
    object,
    object,
    (depth) => ({ type: "array", items: schema(depth + 1) }),
    (depth) => ({
      type: "array",
      prefixItems: [schema(depth + 1), schema(depth + 1)],
      minItems: upTo(3),
      ...(often(2) && { items: pick<Json>([false, schema(depth + 1)]) }),
    }),
    (depth) => ({
      allOf: [schema(depth + 1), schema(depth + 1)],
      ...(often(3) && { required: [pick(PROPERTIES)] }),
      ...(often(3) && { properties: { [pick(PROPERTIES)]: schema(depth + 1) } }),
    }),
    (depth) => ({ oneOf: [schema(depth + 1), schema(depth + 1)], ...(often(2) && { discriminator: discriminator() }) }),
    (depth) => ({
      anyOf: [schema(depth + 1), pick([{ type: "null" }, { required: [pick(PROPERTIES)] }, schema(depth + 1)])],
      ...(often(3) && { type: "object", properties: { [pick(PROPERTIES)]: schema(depth + 1) } }),
    }),
    (depth) => ({ type: ["object", "null", "string"], properties: { a: schema(depth + 1) } }),
    () => ({ allOf: [ref()], oneOf: [ref(), ref()] }),
  ];
  const schema = (depth: number): JsonObject => {
    const choice = upTo(depth > 3 ? leaves.length : leaves.length + branches.length);
    return choice < leaves.length ? (leaves[choice]?.() ?? {}) : (branches[choice - leaves.length]?.(depth) ?? {});
  };
  const component = () => {
    if (often(3)) return { oneOf: [ref(), ref()], discriminator: discriminator() };
    return often(3) ? { allOf: [ref(), schema(1)] } : schema(0);
  };

  const schemas = Object.fromEntries(names.map((name) => [name, component()]));
  const content = () => ({ "application/json": { schema: schema(1) } });
  const operation = () => ({ requestBody: { content: content() }, responses: { 200: { content: content() } } });
  const paths = { "/": { post: operation(), put: operation() } };
  return { openapi: "3.1.0", info: {}, paths, components: { schemas } };
}
