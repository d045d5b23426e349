import { existsSync, globSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { inRepository } from "../../../src/config/in-repository.ts";
import type { Target } from "../../../src/config/target.ts";
import { buildSkeleton } from "../../../src/emit/skeleton/build-skeleton.ts";
import { docsStage } from "../../../src/pipeline/docs-stage.ts";
import { loadSpec } from "../../../src/pipeline/load-spec.ts";
import { isObject, type Json, type JsonObject } from "../../../src/spec/json.ts";
import { fromPointer } from "../../../src/spec/json-pointer.ts";
import { prepareSpec } from "../../../src/spec/transforms/prepare-spec.ts";
import { benchTarget } from "../../../src/template/bench-target.ts";
import type { ContextValue } from "../../../src/template/context/context-value.ts";
import { originOf } from "../../../src/template/context/origin-of.ts";
import { ORIGIN_TABLE } from "../../../src/template/context/origin-table.ts";
import { selectContext } from "../../../src/template/context/select-context.ts";
import { readTemplateData } from "../../../src/template/read-template-data.ts";
import { readVariableTable } from "../../../src/template/variables/read-variable-table.ts";

const variables = readVariableTable(readFileSync(inRepository("templates/README.md"), "utf8"));

test("every variable that can be printed has an origin, and every origin a variable and a source file", () => {
  expect(variables.filter(({ name, type }) => !/object|list/.test(type) && !originOf(name))).toEqual([]);
  expect(ORIGIN_TABLE.filter((origin) => !variables.some(({ name }) => originOf(name) === origin))).toEqual([]);
  expect(ORIGIN_TABLE.filter(({ transform }) => !existsSync(inRepository(`generator/src/${transform}`)))).toEqual([]);
});

test("in every one-feature spec, origins lead to places that the spec has", { timeout: 60_000 }, async () => {
  const folder = inRepository("generator/test/fixtures/features");
  for (const name of globSync("*.yaml", { cwd: folder })) {
    const data = await readTemplateData(await benchTarget({ spec: `${folder}/${name}` }));
    const { values } = selectContext(data, {});
    const dangling = values
      .flatMap(({ spec }) => spec)
      .filter((pointer) => at(data.document, pointer.slice(1)) === undefined);
    expect({ name, dangling }).toEqual({ name, dangling: [] });
  }
});

// As many runs as the spec has texts, each over all of it: for our own text, not for an edition of the vendor's.
describe.skipIf(!isOwnText)(
  "a text of our spec that is changed changes the values that name it as their origin",
  () => {
    let target: Target;
    let document: JsonObject;
    let before: Map<string, string>;
    let origins: Map<string, Set<string>>;

    beforeAll(async () => {
      target = await benchTarget({});
      const silent = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };
      document = (await loadSpec(target, silent)).document;
      const values = await valuesOf(document);
      before = byList(values);
      origins = new Map();
      for (const { path, operation, spec } of values) {
        for (const pointer of spec) {
          if (typeof at(document, pointer.slice(1)) !== "string") continue;
          origins.set(pointer, (origins.get(pointer) ?? new Set()).add(keyOf(path, operation)));
        }
      }
    });

    async function valuesOf(spec: JsonObject): Promise<readonly ContextValue[]> {
      const prepared = prepareSpec(spec);
      const docs = await docsStage(target, prepared);
      const skeleton = buildSkeleton(prepared.client, { source: "openapi.yaml", command: "x" }, docs.context);
      return selectContext(
        { skeleton, client: prepared.client, document: prepared.document, types: prepared.types, docs },
        {},
      ).values;
    }

    test("each of them", { timeout: 60_000 }, async () => {
      // Of a tag and of an operationId, the name in question would change with the value.
      const pointers = [...origins.keys()].filter(
        (pointer) => !/operationId$|tags\/\d+\/name$|\/type$|url$/i.test(pointer),
      );
      expect(pointers.length).toBeGreaterThan(40);
      const unmoved: string[] = [];
      for (const pointer of pointers) {
        const changed = structuredClone(document);
        const tokens = fromPointer(pointer.slice(1));
        const parent = at(changed, pointer.slice(1, pointer.lastIndexOf("/"))) as JsonObject;
        const last = tokens.at(-1) ?? "";
        parent[last] = `Changed. ${String(parent[last])}`;
        const after = byList(await valuesOf(changed));
        for (const key of origins.get(pointer) ?? [])
          if (after.get(key) === before.get(key)) unmoved.push(`${pointer} ${key}`);
      }
      expect(unmoved).toEqual([]);
    });
  },
);

/** Lines of one text count together. */
function keyOf(path: string, operation: string | undefined): string {
  return `${operation ?? ""} ${path.replace(/\[\d+\]\.text$/, "")}`;
}

function byList(values: readonly ContextValue[]): Map<string, string> {
  const texts = new Map<string, string>();
  for (const { path, operation, value } of values) {
    const key = keyOf(path, operation);
    texts.set(key, `${texts.get(key) ?? ""}\n${JSON.stringify(value)}`);
  }
  return texts;
}

function at(document: JsonObject, pointer: string): Json | undefined {
  let value: Json | undefined = document;
  for (const token of fromPointer(pointer)) {
    if (Array.isArray(value)) value = value[Number(token)];
    else value = isObject(value) ? value[token] : undefined;
  }
  return value;
}
