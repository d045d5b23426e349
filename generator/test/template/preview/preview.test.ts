import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { preview, watchPreview } from "../../../src/commands/templates/preview.ts";
import { inRepository } from "../../../src/config/in-repository.ts";
import type { PreviewProblem } from "../../../src/template/preview/preview-problem.ts";
import type { PreviewResult, PreviewStep } from "../../../src/template/preview/preview-result.ts";
import { type PreviewSession, previewSession } from "../../../src/template/preview/preview-session.ts";
import { renderDifferences } from "../../../src/template/preview/render-differences.ts";
import { renderProblems } from "../../../src/template/preview/render-problems.ts";
import { type LayerFolder, layerFolder } from "./layer-folder.ts";

const OPERATION = "client/operation.mustache";
const GENERATED = "src/generated/operations/ships.ts";
const spec = inRepository("generator/test/fixtures/features/collection-data.yaml");

let layer: LayerFolder;

beforeAll(async () => {
  layer = await layerFolder();
});

afterAll(() => layer.remove());

describe("a session", () => {
  let session: PreviewSession;

  beforeAll(async () => {
    session = await previewSession({ layers: [layer.folder], spec, stay: true });
  }, 60_000);

  afterAll(() => session.close());

  interface Round extends PreviewResult {
    readonly found: readonly PreviewProblem[];
    readonly typed: PreviewStep | undefined;
    readonly confirmed: PreviewStep | undefined;
  }

  async function round(): Promise<Round> {
    const result = await session.refresh();
    const [typed, confirmed] = await Promise.all([result.types, result.tool]);
    const found = [...result.problems, ...(typed?.problems ?? []), ...(confirmed?.problems ?? [])];
    return { ...result, typed, confirmed, found };
  }

  test("finds no difference where nothing was changed", async () => {
    const { differences, found, typed, confirmed } = await round();
    expect({ differences, found }).toEqual({ differences: [], found: [] });
    expect([typed, confirmed]).toEqual([
      { problems: [], ms: expect.any(Number) },
      { problems: [], ms: expect.any(Number) },
    ]);
  }, 30_000);

  test("shows what a change does, type-checks it, and has openapi-generator confirm it", async () => {
    layer.change(OPERATION, " answers. */", " gives back. */");
    const { changed, differences, found, typed, confirmed } = await round();
    expect(changed).toEqual([OPERATION]);
    expect(found).toEqual([]);
    expect(differences.map(({ path: file, status, added, removed }) => ({ file, status, added, removed }))).toEqual([
      { file: GENERATED, status: "changed", added: 1, removed: 1 },
    ]);
    expect([typed, confirmed]).not.toContain(undefined);
    const lines = "- /** What {@link listShips} answers. */\n+ /** What {@link listShips} gives back. */\n";
    expect(renderDifferences(differences, { color: false })).toContain(lines);
    expect(renderDifferences(differences, { color: true })).toContain(
      "\u001b[32m+ /** What {@link listShips} gives back. */",
    );
  }, 30_000);

  test("renders only what depends on the template", async () => {
    layer.change("client/readme.mustache", "# Generated", "# Made");
    const { entries, differences } = await round();
    expect(entries).toEqual(["client/readme.mustache"]);
    expect(differences.map(({ path: file }) => file)).toEqual(["src/generated/README.md", GENERATED]);
    layer.change("client/readme.mustache");
    await round();
  }, 30_000);

  test("a bad tag is pointed at, with the values in scope; what was changed meanwhile is not forgotten", async () => {
    layer.change("client/index.mustache", "export type * from", "export * from");
    const place = layer.change(OPERATION, "{{/filters}}", "{{/filter}}");
    const { found, entries, differences } = await round();
    expect(entries).toEqual([]);
    expect(differences).toHaveLength(1);
    expect(found).toHaveLength(1);
    const [problem] = found;
    expect(problem).toMatchObject({
      ...place,
      kind: "template",
      code: "syntax",
      file: path.relative("", path.join(layer.folder, OPERATION)),
      excerpt: "{{/filter}}",
      message: expect.stringMatching(/^\{\{\/filter\}\} stands where \{\{\/filters\}\} must close line \d+\.$/),
      scope: { sections: ["filters"], destination: GENERATED },
    });
    expect(problem?.scope?.values).toContainEqual({ name: "name", value: '"ListShipsFilters"' });
    expect(problem?.scope?.values).toContainEqual({ name: "resultName", value: '"ListShipsResult"' });
    layer.change(OPERATION);
    expect((await round()).differences.map(({ path: file }) => file)).toEqual(["src/generated/index.ts"]);
    layer.change("client/index.mustache");
    expect((await round()).differences).toEqual([]);
  }, 30_000);

  test("an unknown variable is pointed at, with what it may mean and the values in scope", async () => {
    const place = layer.change(OPERATION, "{{{resultName}}}> {", "{{{resultNme}}}> {");
    const { found } = await round();
    expect(found[0]).toMatchObject({
      ...place,
      kind: "lint",
      code: "unknown-variable",
      message: expect.stringContaining("Nothing defines resultNme here. Did you mean resultName?"),
    });
    expect(found[0]?.scope?.values).toContainEqual({ name: "initName", value: '"ListShipsInit"' });
  }, 30_000);

  test("a raw path in a string is pointed at: as the tool's own, and as what a generated file may not have", async () => {
    const partial = "{{> client/operation-init}}";
    const place = layer.change(OPERATION, partial, `fetch("{{{path}}}");\n${partial}`, "{{{path}}}");
    const { found } = await round();
    expect(found.find(({ kind }) => kind === "lint")).toMatchObject({ ...place, code: "hostile-variable" });
    expect(found.find(({ kind }) => kind === "syntax tree")).toMatchObject({
      line: place.line,
      output: { path: GENERATED, text: 'fetch("");' },
    });
  }, 30_000);

  test("a broken type is pointed at in the template that prints it", async () => {
    const place = layer.change(OPERATION, ": {{{initName}}},", ": Missing{{{initName}}},", "Missing");
    const { found, typed } = await round();
    expect(typed?.problems).toHaveLength(1);
    expect(found[0]).toMatchObject({
      ...place,
      kind: "types",
      code: expect.stringMatching(/^TS\d+$/),
      message: expect.stringContaining("Cannot find name 'MissingListShipsInit'."),
      via: [expect.stringMatching(/^client\/operations\.mustache:\d+$/)],
      output: { path: GENERATED, text: "init?: MissingListShipsInit," },
    });
    expect(renderProblems([...found, ...found], { color: false })).toMatch(
      /operation\.mustache:\d+:\d+ types TS\d+ [\s\S]*and 1 more of the same place/,
    );
  }, 30_000);

  test("code that cannot be laid out is pointed at", async () => {
    const { line } = layer.change(OPERATION, "  return client", "  return return client");
    const { found } = await round();
    expect(found.find(({ kind }) => kind === "layout")).toMatchObject({ code: "parse", line });
    layer.change(OPERATION);
  }, 30_000);
});

test("one operation alone is shown, in everything that is printed for it", async () => {
  layer.change(OPERATION, " answers. */", " gives back. */");
  layer.change("docs/operation-access.mustache", "### Scopes and user levels", "### Access");
  const rounds: PreviewResult[] = [];
  const several = inRepository("generator/test/fixtures/features/methods-all.yaml");
  const isWell = await preview(
    { layers: [layer.folder], spec: several, operation: "getThing", tool: false },
    { shown: (result) => void rounds.push(result) },
  );
  expect(isWell).toBe(true);
  const counts = rounds[0]?.differences.map(({ path: file, added, removed }) => [path.dirname(file), added, removed]);
  expect(counts).toEqual([
    ["docs/methods", 1, 1],
    ["src/generated/operations", 1, 1],
  ]);
  layer.change(OPERATION);
  layer.change("docs/operation-access.mustache");
}, 30_000);

test("our own spec is compared with what is committed, the sdk and the programs of the docs are type-checked along", async () => {
  layer.change("client/operation.mustache", "export function {{{name}}}(", "export function {{{name}}}Now(");
  const steps: PreviewStep[] = [];
  const rounds: PreviewResult[] = [];
  const listener = {
    shown: (result: PreviewResult) => void rounds.push(result),
    typed: (step: PreviewStep) => void steps.push(step),
  };
  expect(await preview({ layers: [layer.folder], tool: false }, listener)).toBe(false);
  expect(rounds[0]?.differences.map(({ path: file }) => file)).toContain("src/generated/operations/task-management.ts");
  const files = steps[0]?.problems.map(({ output }) => output?.path.split("/")[0]);
  expect(files).toEqual(expect.arrayContaining(["docs", "sdk"]));
  layer.change("client/operation.mustache");
}, 30_000);

test("watching shows a save within a second, again and again, until it is told to stop", async () => {
  const abort = new AbortController();
  const shown: PreviewResult[] = [];
  let next: (() => void) | undefined;
  const confirmation = () =>
    new Promise<void>((resolve) => {
      next = resolve;
    });
  const ready = confirmation();
  const listener = { shown: (result: PreviewResult) => void shown.push(result), confirmed: () => next?.() };
  const watching = watchPreview({ layers: [layer.folder], spec }, listener, abort.signal);
  await ready;
  for (const word of ["gives back", "yields"]) {
    const confirmed = confirmation();
    layer.change(OPERATION, " answers. */", ` ${word}. */`);
    await confirmed;
  }
  abort.abort();
  await watching;
  const last = shown.at(-1);
  expect(last?.differences[0]?.hunks[0]?.lines.map(({ text }) => text)).toContain(
    "/** What {@link listShips} yields. */",
  );
  expect(last?.ms).toBeLessThan(1000);
}, 60_000);
