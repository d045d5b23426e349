import { expect, test } from "vitest";
import type { JsonObject } from "../../../../src/spec/json.ts";
import { findDiscriminators } from "../../../../src/spec/transforms/schemas/discriminators.ts";

const ref = (key: string) => ({ $ref: `#/components/schemas/${key}` });
const leaf = (kind: JsonObject = { type: "string" }) => ({ type: "object", properties: { kind } });
const discriminator = (mapping?: JsonObject) => ({ propertyName: "kind", ...(mapping && { mapping }) });

/** Discriminator values by schema and property, as plain data. */
function found(schemas: JsonObject, paths: JsonObject = {}) {
  const values = findDiscriminators({ openapi: "3.0.3", paths, components: { schemas } });
  return Object.fromEntries([...values].map(([key, properties]) => [key, Object.fromEntries(properties)]));
}

test("members of a union without a mapping go by their names", () => {
  const schemas = {
    Pet: { oneOf: [ref("Cat"), ref("Dog")], discriminator: discriminator() },
    Cat: leaf(),
    Dog: leaf(),
  };
  expect(found(schemas)).toEqual({ Cat: { kind: ["Cat"] }, Dog: { kind: ["Dog"] } });
});

test("a mapping gives one member several values, and leaves the others their names", () => {
  const mapping = { cat: "#/components/schemas/Cat", kitten: "#/components/schemas/Cat" };
  const schemas = {
    Pet: { anyOf: [ref("Cat"), ref("Dog")], discriminator: discriminator(mapping) },
    Cat: leaf(),
    Dog: leaf(),
  };
  expect(found(schemas)).toEqual({ Cat: { kind: ["cat", "kitten"] }, Dog: { kind: ["Dog"] } });
});

test("heirs of a schema with a discriminator count at any distance", () => {
  const schemas = {
    Event: { ...leaf(), discriminator: discriminator({ login: "#/components/schemas/Login" }) },
    Login: { allOf: [ref("Event")] },
    Sso: { allOf: [ref("Login"), { type: "object" }] },
  };
  expect(found(schemas)).toEqual({ Login: { kind: ["login"] }, Sso: { kind: ["Sso"] } });
});

test("a union in an operation counts too", () => {
  const schema = { oneOf: [ref("Cat")], discriminator: discriminator() };
  const paths = { "/": { get: { responses: { 200: { content: { "application/json": { schema } } } } } } };
  expect(found({ Cat: leaf() }, paths)).toEqual({ Cat: { kind: ["Cat"] } });
});

test("a value that the schema itself rules out is left out, and the property stays closed", () => {
  const schemas = {
    Pet: { oneOf: [ref("Cat"), ref("Dog"), ref("Fish")], discriminator: discriminator() },
    Cat: leaf({ type: "string", enum: ["CAT"] }),
    Dog: leaf({ type: "integer" }),
    Fish: { allOf: [ref("Cat")] },
  };
  expect(found(schemas)).toEqual({ Cat: { kind: [] }, Dog: { kind: [] }, Fish: { kind: [] } });
});

test("data that looks like a discriminator is none", () => {
  const example = { oneOf: [ref("Cat")], discriminator: discriminator() };
  expect(found({ Cat: { ...leaf(), example } })).toEqual({});
});
