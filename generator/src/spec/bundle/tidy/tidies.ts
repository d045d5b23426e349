import type { Kind } from "../../walk/kind.ts";
import { absentValues } from "./absent-values.ts";
import { decorativeShapes } from "./decorative-shapes.ts";
import { discriminatorText } from "./discriminator-text.ts";
import { emptyContainers } from "./empty-containers.ts";
import { nullFields } from "./null-fields.ts";
import { openapiVersion } from "./openapi-version.ts";
import { operationTags } from "./operation-tags.ts";
import { parameterPlace } from "./parameter-place.ts";
import { repeatedParameters } from "./repeated-parameters.ts";
import { schemaKeywords } from "./schema-keywords.ts";
import { statusRanges } from "./status-ranges.ts";
import { textFields } from "./text-fields.ts";
import type { Tidy } from "./tidy.ts";
import { typeNames } from "./type-names.ts";

const all: readonly Tidy[] = [
  absentValues,
  decorativeShapes,
  discriminatorText,
  emptyContainers,
  nullFields,
  openapiVersion,
  operationTags,
  parameterPlace,
  repeatedParameters,
  schemaKeywords,
  statusRanges,
  textFields,
  typeNames,
];

/** The tidies that look at a kind, in a fixed order. */
export const tidies: ReadonlyMap<Kind, readonly Tidy[]> = groupByKind();

function groupByKind(): ReadonlyMap<Kind, readonly Tidy[]> {
  const byKind = new Map<Kind, Tidy[]>();
  for (const tidy of all) {
    for (const kind of tidy.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), tidy]);
  }
  return byKind;
}
