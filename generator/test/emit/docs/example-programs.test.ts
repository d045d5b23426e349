import { expect, test } from "vitest";
import { parse } from "yaml";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { inRepository } from "../../../src/config/in-repository.ts";
import { readSdkDocs } from "../../../src/emit/docs/read-sdk-docs.ts";
import { operationsOf, ownText, type SpecDocument } from "../../spec/own-text/own-text.ts";
import { readTree } from "./generated-docs.ts";
import { typeCheckExamples } from "./type-check-examples.ts";

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replaceAll(".", "-");

test("the programs of every operation, with and without the sdk, are strict TypeScript", async () => {
  const root = inRepository("packages/beta-client");
  const examples = `${root}/docs/examples`;
  const stems = [...readTree(examples).keys()].map((file) => file.replace(/^.*\/|\.ts$/g, ""));
  const { operations } = await readSdkDocs(inRepository("spec/sdk.beta.yaml"));
  const known = operationsOf(parse(ownText) as SpecDocument).map(({ operation }) => operation.operationId);
  const expected = known.flatMap((id) => [
    kebab(id),
    ...(operations[id] ?? []).map(({ method }) => `${kebab(id)}.${kebab(method)}`),
  ]);
  // Names that the vendor writes otherwise than we do become others on the way.
  if (isOwnText) expect(stems.sort()).toEqual(expected.sort());
  const packages = {
    "@sailkit/beta-client": `${root}/src/index.ts`,
    "@sailkit/beta-sdk": inRepository("packages/beta-sdk/src/index.ts"),
  };
  expect(typeCheckExamples(root, examples, packages)).toEqual({ programs: expected.length, errors: "" });
}, 120_000);
