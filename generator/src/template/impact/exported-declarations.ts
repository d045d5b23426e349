import type { SourceTree } from "./source-trees.ts";

/** Something a generated module exports. */
export interface ExportedDeclaration {
  readonly kind: "value" | "type";
  /** Its text, comments before it included. */
  readonly text: string;
}

const DECLARATION =
  /^export (?<word>function|const|type|interface) (?<name>[\p{ID_Start}$_][\p{ID_Continue}$]*)(?<generic><)?/u;

/** What the generated modules export, by name; without those of `schema.ts`, which no template makes, and without generic types. */
export function exportedDeclarations(tree: SourceTree): Map<string, ExportedDeclaration> {
  const found = new Map<string, ExportedDeclaration>();
  for (const [file, text] of tree) {
    if (!/^src\/generated\/(?!schema\.ts).*\.ts$/.test(file)) continue;
    let comment = "";
    // Statements of formatted code are set apart by what begins at the margin.
    for (const part of text.split(/\n(?=\/\*\*|export |import )/)) {
      const statement = part.replace(/^\/\*\*[\s\S]*?\*\/\s*/, "");
      const { word, name, generic } = DECLARATION.exec(statement)?.groups ?? {};
      if (name === undefined || generic !== undefined) {
        comment = part.startsWith("/**") ? `${part}\n` : "";
        continue;
      }
      found.set(name, {
        kind: word === "function" || word === "const" ? "value" : "type",
        text: `${comment}${part}`.trim(),
      });
      comment = "";
    }
  }
  return found;
}
