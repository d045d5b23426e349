import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { operationsOf, ownText, resolved, type SpecDocument } from "./own-text.ts";

const spec = parse(ownText) as SpecDocument;
const operations = isOwnText ? operationsOf(spec) : [];
const parameters = operations.flatMap(({ operation }) =>
  (operation.parameters ?? []).map((parameter) => ({
    name: `${parameter.name} of ${operation.operationId}`,
    parameter: resolved(spec, parameter),
  })),
);

describe.skipIf(!isOwnText).each(operations)("$operation.operationId, $route", ({ operation }) => {
  test("says who may call it: with which scopes, by whose token, at which user level", () => {
    expect(operation.security.length).toBeGreaterThan(0);
    for (const [scheme, scopes] of operation.security.flatMap((one) => Object.entries(one))) {
      const flows = Object.values<{ scopes: object }>(spec.components.securitySchemes?.[scheme].flows);
      expect(scopes.length).toBeGreaterThan(0);
      for (const { scopes: known } of flows) expect(Object.keys(known)).toEqual(expect.arrayContaining(scopes));
    }
    expect(operation["x-sailpoint-userLevels"]).toContain("ORG_ADMIN");
  });

  test("names the request in every answer, and the time to wait in a 429", () => {
    expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(["400", "401", "403", "429", "500"]));
    for (const [status, response] of Object.entries(operation.responses)) {
      const headers = Object.keys(resolved(spec, response).headers ?? {});
      expect(headers).toContain("SLPT-Request-ID");
      expect(headers.includes("Retry-After")).toBe(status === "429");
    }
  });

  test("promises a body to nobody who asks for headers", () => {
    const withBody = Object.values(operation.responses).filter((response) => resolved(spec, response).content);
    const isHead = operations.some((one) => one.operation === operation && one.route.startsWith("HEAD "));
    expect(withBody.length === 0).toBe(isHead);
  });

  test("says what to use instead, just where it is deprecated", () => {
    const instead = operation["x-deprecated-description"];
    expect(instead !== undefined).toBe(operation.deprecated === true);
    if (instead === undefined) return;
    const others = operations.map((one) => one.operation.operationId).filter((id) => id !== operation.operationId);
    expect(others.filter((id) => instead.includes(id))).not.toEqual([]);
  });

  test("pages as every collection does, where it pages", () => {
    const names = (operation.parameters ?? []).map((parameter) => resolved(spec, parameter).name);
    const paging = ["limit", "offset", "count"].filter((name) => names.includes(name));
    expect([0, 3]).toContain(paging.length);
    for (const name of paging) {
      const given = operation.parameters?.find((parameter) => parameter.$ref === `#/components/parameters/${name}`);
      expect(given, `${name} is the parameter of all collections`).toBeDefined();
    }
  });
});

test.skipIf(!isOwnText)("collections page by 250 from 0 and do not count, unless asked", () => {
  const { limit, offset, count } = spec.components.parameters ?? {};
  expect(limit.schema).toEqual({ type: "integer", format: "int32", minimum: 0, maximum: 250, default: 250 });
  expect(offset.schema).toEqual({ type: "integer", format: "int32", minimum: 0, default: 0 });
  expect(count.schema).toEqual({ type: "boolean", default: false });
});

const grammars = parameters.filter(({ parameter }) => parameter["x-sailkit-filters"] ?? parameter["x-sailkit-sorters"]);

describe.skipIf(!isOwnText).each(grammars)("$name", ({ parameter }) => {
  const filters = parameter["x-sailkit-filters"];
  const sorters = parameter["x-sailkit-sorters"];

  test("shows an expression that its grammar admits", () => {
    const example = parameter.example ?? "";
    if (sorters) expect(sorters).toContain(example.replace(/^-/, ""));
    if (!filters) return;
    const [, field = "", operator, value] = /^(\w+) (\w+) "(\w+)"$/.exec(example) ?? [];
    expect(filters[field]?.operators).toContain(operator);
    if (filters[field]?.enum) expect(filters[field].enum).toContain(value);
  });

  test("knows the values that the schema of the items knows", () => {
    const known = Object.entries(filters ?? {}).filter(([, { enum: values }]) => values);
    for (const [field, { enum: values = [] }] of known) {
      const all = Object.values(spec.components.schemas ?? {}).map((schema) => schema.properties?.[field]?.enum);
      expect(all.map((one) => one?.filter((value: unknown) => value !== null))).toContainEqual(values);
    }
  });
});

test.skipIf(!isOwnText)("there are operations, and among them one with a grammar of filters", () => {
  expect(operations.length).toBeGreaterThan(0);
  expect(grammars.some(({ parameter }) => parameter["x-sailkit-filters"])).toBe(true);
});
