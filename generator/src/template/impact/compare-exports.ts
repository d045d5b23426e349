import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { linkDependency } from "../../emit/package/link-dependency.ts";
import { typeChecker } from "../preview/type-checker.ts";
import type { ExportChange } from "./export-change.ts";
import { exportedDeclarations } from "./exported-declarations.ts";
import type { SourceTree, SourceTrees } from "./source-trees.ts";

/** The settings of whoever imports the package. */
const OPTIONS = {
  target: "es2022",
  lib: ["es2023", "dom", "dom.iterable"],
  types: [],
  module: "nodenext",
  moduleResolution: "nodenext",
  moduleDetection: "force",
  strict: true,
  exactOptionalPropertyTypes: true,
  allowImportingTsExtensions: true,
  skipLibCheck: true,
  noEmit: true,
};

/**
 * Compares what two editions of a generated client export, as the compiler sees it: what is new must do wherever the old did.
 * @returns by name
 */
export async function compareExports({ before, after }: SourceTrees): Promise<ExportChange[]> {
  const [old, now] = [exportedDeclarations(before), exportedDeclarations(after)];
  const changes: ExportChange[] = [];
  for (const name of old.keys())
    if (!now.has(name))
      changes.push({ name, kind: "removed", level: "major", message: `${name} is no longer exported.` });
  for (const name of now.keys())
    if (!old.has(name)) changes.push({ name, kind: "added", level: "minor", message: `${name} is exported, too.` });
  const both = [...old].flatMap(([name, declaration]) => {
    const next = now.get(name);
    return next && next.text !== declaration.text
      ? [{ name, kind: declaration.kind, before: declaration.text, after: next.text }]
      : [];
  });
  const typed = await typeFaults({ before, after }, both);
  for (const { name, kind, before: text, after: next } of both) {
    const fault = typed.get(name);
    if (fault !== undefined) {
      const level = kind === "value" ? "major" : "minor";
      changes.push({ name, kind: "retyped", level, message: `${name} has another type: ${fault}` });
    } else if (withoutComments(text) !== withoutComments(next)) {
      changes.push({ name, kind: "rewritten", level: "patch", message: `${name} is written otherwise.` });
    } else changes.push({ name, kind: "described", level: "patch", message: `${name} is described otherwise.` });
  }
  return changes.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** What the compiler says where the new declaration of a name stands for the old one. */
async function typeFaults(
  trees: SourceTrees,
  names: readonly { readonly name: string; readonly kind: "value" | "type" }[],
): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const folder = realpathSync(mkdtempSync(path.join(tmpdir(), "sailkit-impact-")));
  try {
    for (const [edition, tree] of Object.entries(trees)) write(path.join(folder, edition), tree as SourceTree);
    linkDependency(folder);
    const head = [
      'import * as before from "./before/src/generated/index.ts";',
      'import * as after from "./after/src/generated/index.ts";',
      // Whether two types are the same to the compiler, optional members included.
      "type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;",
    ];
    const lines = names.map(({ name, kind }, index) =>
      kind === "value"
        ? `export const v${index}: typeof before.${name} = after.${name};`
        : `export const v${index}: Same<before.${name}, after.${name}> = true;`,
    );
    const program = [...head, ...lines].join("\n");
    writeFileSync(path.join(folder, "package.json"), '{ "type": "module" }');
    writeFileSync(path.join(folder, "program.ts"), program);
    writeFileSync(
      path.join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: OPTIONS, files: ["program.ts"] }),
    );
    const checker = await typeChecker(path.join(folder, "tsconfig.json"));
    const faults = await checker.check([]).finally(() => checker.close());
    return new Map(
      faults
        .filter(({ file }) => path.basename(file) === "program.ts")
        .flatMap(({ offset, message }) => {
          const named = names[program.slice(0, offset).split("\n").length - 1 - head.length];
          return named
            ? [[named.name, named.kind === "type" ? "what fits the one need not fit the other." : message]]
            : [];
        }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

function write(folder: string, tree: SourceTree): void {
  for (const [file, text] of tree) {
    if (!file.startsWith("src/")) continue;
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
}

function withoutComments(text: string): string {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\s+/g, " ")
    .trim();
}
