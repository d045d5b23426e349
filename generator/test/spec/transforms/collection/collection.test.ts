import { expect, test } from "vitest";
import type { ResponseModel } from "../../../../src/model/client-model.ts";
import type { Finding } from "../../../../src/spec/finding.ts";
import type { JsonObject } from "../../../../src/spec/json.ts";
import { filterFields } from "../../../../src/spec/transforms/collection/filter-fields.ts";
import { itemProperty } from "../../../../src/spec/transforms/collection/item-property.ts";
import { sorterFields } from "../../../../src/spec/transforms/collection/sorter-fields.ts";

const item: JsonObject = {
  allOf: [
    { type: "object", properties: { id: { type: "string" }, state: { type: "string", enum: ["UP", "DOWN"] } } },
    {
      properties: {
        enabled: { type: "boolean", nullable: true },
        size: { type: "integer" },
        tags: { type: "array", items: { $ref: "#/components/schemas/Tag" } },
      },
    },
  ],
};
const document: JsonObject = {
  components: { schemas: { Item: item, Tag: { type: "object", properties: { weight: { type: "number" } } } } },
};
const schema: JsonObject = { type: "array", items: { $ref: "#/components/schemas/Item" } };
const responses = [
  { status: "200", media: [{ type: "application/json", kind: "json", schema }] },
] as unknown as ResponseModel[];
const property = itemProperty(document, responses);

/** Fields as `name: operators type`, and the messages of findings. */
function filters(description: string, rest: JsonObject = {}) {
  const findings: Finding[] = [];
  const fields = filterFields({ description, ...rest }, property, "/p", findings);
  expect(
    findings.every(
      ({ rule, pointer, severity }) => rule === "collection-prose" && pointer === "/p" && severity === "warning",
    ),
  ).toBe(true);
  return {
    fields: fields?.map(({ name, operators, type }) => `${name}: ${operators.join(" ")} ${type}`),
    messages: findings.map(({ message }) => message),
  };
}

const intro = "Filtering is supported for the following fields and operators:\n\n";

test.each([
  ["**id**: *eq, in*", ["id: eq in string"]],
  ["**id**: *in,eq*\n\n**state**: *ne*  ", ["id: eq in string", "state: ne string"]],
  ["- **id**: eq, in and sw", ["id: eq in sw string"]],
  ["**id** *eq*", ["id: eq string"]],
  ["**enabled**: *eq*<br/>**size**: *gt, lt*", ["enabled: eq boolean", "size: gt lt integer"]],
  ["**tags.weight**: *GE*", ["tags.weight: ge number"]],
  ["**owner.name**: *co, isnull, pr*", ["owner.name: co isnull pr string"]],
])("the lines %j read as fields", (lines, fields) => {
  expect(filters(intro + lines)).toEqual({ fields, messages: [] });
});

test("prose that is no list of fields is reported, and other words are left alone", () => {
  expect(filters(`${intro}id eq`)).toEqual({
    fields: undefined,
    messages: ["The description speaks of filter fields, but no line of it reads as **field**: *operators*."],
  });
  expect(filters("Filter by anything.")).toEqual({ fields: undefined, messages: [] });
  expect(filters("How many to **skip**: *eq*")).toEqual({ fields: undefined, messages: [] });
});

test("an unknown operator and a field that is listed twice are reported", () => {
  const { fields, messages } = filters(`${intro}**id**: *eq, like*\n**id**: *ne*`);
  expect(fields).toEqual(["id: ne string"]);
  expect(messages).toEqual([
    'The filter field "id" lists "like", which is no operator.',
    'The filter field "id" is listed twice, with other operators.',
  ]);
});

test("an example that contradicts the list, or the enum of the items, is reported", () => {
  const lines = `${intro}**state**: *eq*\n**id**: *eq, pr*`;
  expect(filters(lines, { example: 'state eq "UP" and (pr id or id eq "x y eq z")' }).messages).toEqual([]);
  expect(filters(lines, { example: 'state eq "Up" or name co "x" and id sw "a"' }).messages).toEqual([
    'The example compares "state" with "Up", which its enum does not have.',
    'The example filters by "name", which the description does not list.',
    'The example uses "id sw", which the description does not list.',
  ]);
});

test("fields stated as data come before prose", () => {
  const stated = {
    "x-sailkit-filters": { state: { operators: ["eq"], type: "string", enum: ["UP"] }, at: { operators: ["gt"] } },
  };
  const findings: Finding[] = [];
  expect(filterFields({ description: `${intro}**id**: *eq*`, ...stated }, property, "/p", findings)).toEqual([
    { name: "state", operators: ["eq"], type: "string", enum: ["UP"] },
    { name: "at", operators: ["gt"], type: "string", enum: [] },
  ]);
  expect(findings).toEqual([]);
});

const sorters = (description: string, rest: JsonObject = {}) => {
  const findings: Finding[] = [];
  const fields = sorterFields({ description, ...rest }, "/p", findings);
  return { fields, messages: findings.map(({ message }) => message) };
};

test.each([
  ["Sorting is supported for the following fields: **name, created**", ["name", "created"]],
  ["Sorting works on the following field: **name**\n\nThe default is **id**.", ["name"]],
  ["following fields: **a**, **b.c** and **d**", ["a", "b.c", "d"]],
])("the sorters of %j", (description, fields) => {
  expect(sorters(description)).toEqual({ fields, messages: [] });
});

test("sorters that do not parse, and examples that contradict them, are reported", () => {
  expect(sorters("Sortable by the following fields: name, id")).toEqual({
    fields: undefined,
    messages: ["The description speaks of sorter fields, but none follows as **field, field**."],
  });
  expect(sorters("the following fields: **name**", { example: "-name, nmae" }).messages).toEqual([
    'The example sorts by "nmae", which the description does not list.',
  ]);
  expect(sorters("**a**", { "x-sailkit-sorters": ["x"] })).toEqual({ fields: ["x"], messages: [] });
});
