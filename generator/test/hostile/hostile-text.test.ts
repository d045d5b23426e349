import { beforeAll, describe, expect, test } from "vitest";
import { pageFindings } from "../emit/docs/page-findings.ts";
import { generatePackage, type HostilePackage } from "./generate-package.ts";
import { hostileDocument } from "./hostile-document.ts";
import { outputProblems } from "./output-problems.ts";
import { type BenchReport, benchPackages } from "./package-bench.ts";
import { payloads } from "./payloads.ts";
import { accepts } from "./positions/accepts.ts";
import { positions } from "./positions.ts";
import { syntaxProblems } from "./syntax-problems.ts";
import { typeAssertions } from "./type-assertions.ts";

const CASES: Readonly<Record<string, string>> = {
  H01: "text that ends comments, or speaks to compilers in them",
  H02: "stars and slashes that are meant",
  H03: "backticks and placeholders of template literals",
  H04: "quotes, backslashes and line breaks",
  H05: "separators, marks that reorder text, controls and halves of characters",
  H06: "names of prototypes and of what every object has",
  H07: "words that mean something to the language or the package",
  H09: "names that differ in accents, case or alphabet only",
  H10: "paths, devices and lengths that no file can be named after",
  H11: "tags of mustache",
  H12: "HTML, JSX, module statements and links of scripts",
  H17: "patterns that never end, or are none",
};

const dialects = ["3.0.3", "3.1.0"];
/** Pages are made from texts and types, alike in both versions: most cases have them once. */
const hasDocs = (id: string, openapi: string) => openapi === "3.1.0" || ["H01", "H12"].includes(id);
const all = dialects.flatMap((openapi) =>
  Object.keys(CASES).map((id) => ({ id, openapi, name: `${id}-${openapi}`, docs: hasDocs(id, openapi) })),
);
const textsOf = (wanted: string) => payloads.filter(({ id }) => id === wanted).map(({ text }) => text);
const packages = new Map<string, HostilePackage>();
const failures = new Map<string, unknown>();
let bench: BenchReport;

/** An overlay is text of a stranger, too. */
function overlayOf(texts: readonly string[]) {
  const text = texts.join("\n\n");
  return {
    overlay: "1.0.0",
    info: { title: text, version: text },
    actions: [
      { target: "$.info", description: text, update: { "x-text": text, description: text } },
      { target: "$.tags[0]", description: text, update: { description: text } },
    ],
  };
}

beforeAll(async () => {
  // Two at a time: half of the work is that of another process.
  const queue = [...all];
  await Promise.all([work(queue), work(queue)]);
  const checked = [...packages].map(([name, made]) => [name, { ...made, check: typeAssertions(made) }] as const);
  bench = await benchPackages(new Map(checked));
}, 300_000);

async function work(queue: (typeof all)[number][]): Promise<void> {
  for (let next = queue.shift(); next; next = queue.shift()) {
    const texts = textsOf(next.id);
    try {
      const document = hostileDocument(next.openapi, texts);
      packages.set(next.name, await generatePackage(document, { overlay: overlayOf(texts), docs: next.docs }));
    } catch (error) {
      failures.set(next.name, error);
    }
  }
}

function packageOf(name: string): HostilePackage {
  const made = packages.get(name);
  if (!made) throw failures.get(name);
  return made;
}

describe.each(all)("$id of OpenAPI $openapi", ({ id, openapi, name, docs }) => {
  const title = `${id} ${CASES[id]}, wherever a spec has text (${openapi})`;

  test(`${title}: only files with plain names are written`, () => {
    expect(outputProblems(packageOf(name).files)).toEqual([]);
  });

  test(`${title}: the code holds nothing but what is printed`, () => {
    expect(syntaxProblems(packageOf(name).files)).toEqual([]);
  });

  test(`${title}: compiles, with every name and value to the letter`, () => {
    packageOf(name);
    expect(bench.errors.get(name)).toEqual([]);
  });

  test(`${title}: an import sets no global, changes no prototype, opens no connection`, () => {
    packageOf(name);
    expect(bench.probes[name]).toMatchObject({ globals: [], prototypes: [], connections: 0 });
  });

  test(`${title}: arrives as the spec has it`, () => {
    packageOf(name);
    const { mismatches, calls } = bench.probes[name] ?? { mismatches: ["nothing was sent"], calls: 0 };
    expect(mismatches).toEqual([]);
    expect(calls).toBeGreaterThan(textsOf(id).length * 4);
  });

  test(`${title}: survives as data`, () => {
    packageOf(name);
    const { manifest = {}, values = [], servers = [] } = bench.probes[name] ?? {};
    const levels = new Set(Object.values(manifest).flatMap(({ userLevels }) => userLevels ?? []));
    const defaults = new Set(
      JSON.parse(JSON.stringify(servers, (_, value) => value?.default ?? value)).flatMap(flatten),
    );
    for (const text of textsOf(id)) {
      expect(levels).toContain(text);
      if (acceptedAt("enum values", text)) expect(values).toContain(text);
      if (acceptedAt("servers[].variables", text)) expect(defaults).toContain(text);
    }
  });

  test(`${title}: can be read`, () => {
    const files = [...packageOf(name).files];
    const code = letters(files.filter(([file]) => file.startsWith("src/generated/")).map(([, text]) => text));
    const pages = letters(files.filter(([file]) => file.startsWith("docs/methods/")).map(([, text]) => text));
    for (const text of textsOf(id).filter((one) => /^[\x20-\x7e]+$/.test(one))) {
      expect(code).toContain(letters([text]));
      // Destinations of links that lead nowhere good are gone, and entities are what they mean.
      if (docs && !/javascript:|&\w+;|\[|<!--/.test(text)) expect(pages).toContain(letters([text]));
    }
  });

  if (!docs) return;
  test(`${title}: reference pages are inert, and valid MDX`, async () => {
    const files = [...packageOf(name).files].filter(([file]) => file.startsWith("docs/"));
    expect(await pageFindings(new Map(files.map(([file, text]) => [file.slice("docs/".length), text])))).toEqual([]);
  });
});

test("H01 to H17 every text stands in every position that takes it", () => {
  expect(positions.length).toBeGreaterThan(40);
  for (const { kind } of positions)
    expect(payloads.some(({ text }) => accepts({ name: "", kind, plant() {} }, text))).toBe(true);
});

function acceptedAt(position: string, text: string): boolean {
  const found = positions.find(({ name }) => name === position);
  return found !== undefined && accepts(found, text);
}

function flatten(value: unknown): unknown[] {
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(flatten) : [value];
}

/** Letters and digits: escapes and layout come and go. */
function letters(texts: readonly string[]): string {
  return texts.join("\n").replace(/[^A-Za-z0-9]/g, "");
}
