import { type JSONValue, query } from "json-p3";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { applyOverlay } from "../../../src/spec/overlay/apply-overlay.ts";
import { overlay, ownText } from "./own-text.ts";
import { readPublished } from "./read-published.ts";

const spec = parse(ownText);
const actions = (overlay.actions as { target: string; description?: string }[]).map(
  (action) => [action.target, action] as const,
);

test.each(actions)("the overlay gives its reason for %s", (_, action) => {
  expect(action.description?.trim()).toMatch(/^.{60,}\.$/s);
});

describe.skipIf(!isOwnText)("in our own text", () => {
  test.each(actions)("the overlay finds %s", (_, action) => {
    expect(query(action.target, spec).length).toBeGreaterThan(0);
  });

  test("it changes nothing, not even an order", () => {
    const { document, findings: unused } = applyOverlay(spec, overlay);
    expect(unused).toEqual([]);
    expect(JSON.stringify(document)).toBe(JSON.stringify(spec));
  });
});

const published = readPublished();

test.skipIf(!published || !isOwnText)(
  "it corrects the published spec to what our own text says, and a second time changes nothing more (SAILKIT_SPECS)",
  () => {
    const { document, findings: unused } = applyOverlay(JSON.parse(published ?? ""), overlay);
    expect(unused).toEqual([]);
    expect(
      query("$.paths['/task-status'].get.parameters[?@.name == 'filters'].example", document as JSONValue).values(),
    ).toEqual(['completionStatus eq "SUCCESS"']);
    const patch = "$.paths['/task-status/{id}'].patch.requestBody..example[*].value";
    expect(query(patch, document as JSONValue).values()).toEqual(["ERROR", expect.any(String)]);
    for (const path of [
      "$.components.schemas.JsonPatchOperation.properties.from",
      "$.components.schemas.JsonPatchOperation.properties.value",
      "$.components.schemas.TaskStatus.properties.parentName.nullable",
      "$.components.schemas.TaskStatus.properties.progress.nullable",
      "$.components.schemas.LocalizedMessage.properties.locale.example",
      "$.components.responses['429'].headers['Retry-After']",
      "$.paths['/task-status'].get.responses['200'].headers['X-Total-Count']",
      "$.components.headers['X-Total-Count', 'Retry-After']",
    ]) {
      const own = query(path, spec).values();
      // What our own text has no more, nobody can compare.
      if (own.length > 0) expect(query(path, document as JSONValue).values()).toEqual(own);
    }
    expect(applyOverlay(document, overlay).document).toEqual(document);
  },
);
