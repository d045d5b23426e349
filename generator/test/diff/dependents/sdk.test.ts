import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { inRepository } from "../../../src/config/in-repository.ts";
import type { ChangesetPackage } from "../../../src/diff/changeset/changeset-packages.ts";
import { declareClient } from "../../../src/diff/dependents/declare-client.ts";
import { judgeDependent } from "../../../src/diff/dependents/judge-dependent.ts";
import { diffSpecs } from "../../../src/diff/diff-specs.ts";
import { readSide } from "../../../src/diff/read-side.ts";
import type { SpecSide } from "../../../src/diff/spec-side.ts";
import type { Json, JsonObject } from "../../../src/spec/json.ts";
import { runCompiler } from "./run-compiler.ts";

const CLIENT: ChangesetPackage = { name: "@sailkit/beta-client", version: "0.1.0", folder: "packages/beta-client" };
const SDK: ChangesetPackage = { name: "@sailkit/beta-sdk", version: "0.1.0", folder: "packages/beta-sdk" };
const silent = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };

const root = mkdtempSync(path.join(tmpdir(), "sailkit-sdk-consumer-"));
afterAll(() => rmSync(root, { recursive: true, force: true }));

let ours: SpecSide;
let text: string;

beforeAll(async () => {
  ours = await readSide(
    { spec: inRepository("spec/openapi.beta.yaml"), overlay: inRepository("spec/overlay.beta.yaml"), allowRefs: [] },
    silent,
  );
  text = JSON.stringify(ours.document);
  cpSync(inRepository("packages/beta-sdk/src"), path.join(root, "sdk"), { recursive: true });
  mkdirSync(path.join(root, "node_modules"));
  symlinkSync(
    inRepository("packages/beta-client/node_modules/openapi-fetch"),
    path.join(root, "node_modules/openapi-fetch"),
    "junction",
  );
  await putClient("old", ours);
}, 30_000);

/** A program that uses the sdk as its guide shows, and says of everything it reads which type it had in the old version. */
const CONSUMER = `import type { ErrorMessageDto, TaskStatus } from "old-client";
import { ApiError, type BetaSdk, patch } from "./sdk/index.ts";
type Task = Awaited<ReturnType<BetaSdk["tasks"]["get"]>>;
export async function use(sdk: BetaSdk): Promise<void> {
  const read = (task: TaskStatus) => [FIELDS];
  read(await sdk.tasks.get("a"));
  const some = sdk.tasks.list({
    filters: { or: [{ completionStatus: "ERROR" }, { id: { in: ["a"] } }] },
    sorters: ["-created"],
    limit: 5,
  });
  for await (const task of some) read(task);
  for await (const task of sdk.tasks.pending.list()) read(task);
  await sdk.tasks.update("a", patch<Task>().replace("/completionStatus", "ERROR").replace("/completed", new Date()));
  await sdk.tasks.waitFor("a", { onProgress: (task) => read(task) });
  await sdk.tasks.complete("a", "ERROR").catch((error: unknown) => {
    const texts: readonly ErrorMessageDto[] = error instanceof ApiError ? error.messages : [];
    return texts.map(({ text, locale }) => [text, locale]);
  });
}
`;

async function putClient(name: string, side: SpecSide): Promise<void> {
  const folder = path.join(root, name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(inRepository("packages/beta-client/src/runtime"), path.join(folder, "runtime"), { recursive: true });
  for (const file of ["client.ts", "index.ts"]) {
    cpSync(inRepository(`packages/beta-client/src/${file}`), path.join(folder, file));
  }
  for (const [file, source] of await declareClient(side, () => true)) {
    mkdirSync(path.dirname(path.join(folder, "generated", file)), { recursive: true });
    writeFileSync(path.join(folder, "generated", file), source);
  }
}

/** What TypeScript 7 says of the program against the sdk on a new client. */
async function consumerErrors(next: SpecSide): Promise<string[]> {
  await putClient("new", next);
  const { properties } = (ours.document as { components: { schemas: { TaskStatus: { properties: object } } } })
    .components.schemas.TaskStatus;
  const fields = Object.keys(properties).map((name) => `task.${name}`);
  writeFileSync(path.join(root, "consumer.ts"), CONSUMER.replace("[FIELDS]", `[${fields.join(", ")}]`));
  return runCompiler(root, {
    "@sailkit/beta-client": ["./new/index.ts"],
    "@sailkit/beta-client/manifest": ["./new/generated/manifest.ts"],
    "old-client": ["./old/index.ts"],
  });
}

/** Our spec with another value in one place, or without it. */
async function changed(place: readonly string[], value: unknown): Promise<SpecSide> {
  const document = JSON.parse(text) as JsonObject;
  const parent = place.slice(0, -1).reduce<Json>((node, token) => (node as JsonObject)[token] as Json, document);
  const last = place.at(-1) ?? "";
  if (value === undefined) delete (parent as JsonObject)[last];
  else (parent as JsonObject)[last] = value as Json;
  const { prepareSpec } = await import("../../../src/spec/transforms/prepare-spec.ts");
  return { document, prepared: prepareSpec(document) };
}

const FIELDS = ["components", "schemas", "TaskStatus", "properties"];
const LIST = ["paths", "/task-status", "get", "parameters"];
const STATUSES = ["SUCCESS", "WARNING", "ERROR", "TERMINATED", "TEMPERROR", "PAUSED", null];
const HIDDEN = ["components", "schemas", "TooManyRequestsDto", "properties", "message"];

/** Where a parameter of the list of tasks stands. */
function parameter(name: string): string[] {
  const { paths } = ours.document as { paths: Record<string, { get: { parameters: { name?: string }[] } }> };
  const index = paths["/task-status"]?.get.parameters.findIndex((one) => one.name === name);
  return [...LIST, String(index)];
}

type Step = [what: string, level: string, place: () => string[], value?: unknown];

test.each<Step>([
  ["a field of a task may be null", "major", () => [...FIELDS, "description", "nullable"], true],
  ["a field of a task is gone", "major", () => [...FIELDS, "uniqueName"]],
  ["a sorter is gone", "major", () => [...parameter("sorters"), "x-sailkit-sorters"], ["id"]],
  ["a field of a task is new", "minor", () => [...FIELDS, "region"], { type: "string" }],
  ["a task may have one more status", "minor", () => [...FIELDS, "completionStatus", "enum"], STATUSES],
  // An edition of the vendor's has no such model.
  ...(isOwnText
    ? ([["a model that the sdk does not show is another", "patch", () => HIDDEN, { type: "integer" }]] satisfies Step[])
    : []),
])(
  "%s: %s for the sdk, as its consumer finds",
  async (_, level, place, value) => {
    const next = await changed(place(), value);
    const change = { diff: await diffSpecs(ours, next), old: ours, next };
    const [verdict, errors] = await Promise.all([
      judgeDependent(change, CLIENT, SDK, inRepository("")),
      consumerErrors(next),
    ]);
    expect(verdict).toMatchObject({ level, errors: [] });
    expect(errors.length > 0).toBe(level === "major");
  },
  30_000,
);

test("an error text that may be null is more than the sdk itself can take", async () => {
  const next = await changed(["components", "schemas", "ErrorMessageDto", "properties", "text", "nullable"], true);
  const change = { diff: await diffSpecs(ours, next), old: ours, next };
  expect(await judgeDependent(change, CLIENT, SDK, inRepository(""))).toMatchObject({
    level: "major",
    decidedBy: "errors",
    errors: [
      expect.stringMatching(/^packages.beta-sdk.src.errors.parse-error-body.ts:[0-9]+:[0-9]+: Type 'string . null/),
    ],
  });
}, 30_000);

test("the program of the consumer compiles against the sdk as it is", async () => {
  expect(await consumerErrors(ours)).toEqual([]);
}, 30_000);
