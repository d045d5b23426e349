import { lintFromString, loadConfig } from "@redocly/openapi-core";
import { apply, type JSONValue, type OpObject, query } from "json-p3";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { inRepository } from "../../../src/config/in-repository.ts";
import { operationsOf, ownText, type SpecDocument } from "./own-text.ts";

const spec = parse(ownText) as SpecDocument;

/** Rule ids of what the linter finds in `text` under the configuration of the repository. */
async function findings(text: string): Promise<string[]> {
  const config = (await loadConfig({ configPath: inRepository("redocly.yaml") })).forAlias("beta");
  const problems = await lintFromString({
    source: text,
    absoluteRef: inRepository("spec/openapi.beta.yaml"),
    config,
  });
  return problems.map((problem) => problem.ruleId);
}

describe.skipIf(!isOwnText)("examples", () => {
  test("agree with their schemas, as does everything else that the linter checks", async () => {
    expect(await findings(ownText)).toEqual([]);
  });

  const mistakes = [
    ["completionStatus: SUCCESS", "completionStatus: Success"],
    ["type: QUEUED_TASK", "type: queued"],
    ["percentComplete: 35", "percentComplete: null"],
  ].filter(([good = ""]) => ownText.includes(good));

  test("have values to make mistakes in", () => expect(mistakes).not.toEqual([]));

  test.each(mistakes)("are refused by the linter when %s becomes %s", async (good = "", bad = "") => {
    expect(await findings(ownText.replace(good, bad))).toContain("no-invalid-media-type-examples");
  });

  test("of enums are members of the enum", () => {
    const schemas = query("$..[?@.enum && @.example]", spec as unknown as JSONValue).values() as {
      enum: JSONValue[];
      example: JSONValue;
    }[];
    expect(schemas.length).toBeGreaterThan(0);
    for (const schema of schemas) expect(schema.enum).toContain(schema.example);
  });

  const update = operationsOf(spec).find(({ operation }) => operation.operationId === "updateTaskStatus");

  test.skipIf(!update)("of the patch clear the pending task", () => {
    const content = update?.operation.requestBody?.content ?? {};
    expect(Object.keys(content)).toEqual(["application/json-patch+json"]);
    const patch = content["application/json-patch+json"]?.examples.clearPendingTask?.value as OpObject[];
    const { pendingTask, clearedTask } = spec.components.examples ?? {};
    expect(pendingTask.value).toMatchObject({ completed: null, completionStatus: null });
    expect(apply(patch, structuredClone(pendingTask.value))).toEqual({
      ...clearedTask.value,
      modified: pendingTask.value.modified,
    });
  });

  test("of a patch value may be any JSON", () => {
    const { value } = spec.components.schemas?.JsonPatchOperation.properties ?? {};
    expect(Object.keys(value)).toEqual(["description", "example"]);
  });
});
