import { globSync, readFileSync } from "node:fs";
import path from "node:path";

/** A block of TypeScript in a document. */
export interface Snippet {
  /** Path of the document below the workspace, with forward slashes. */
  readonly document: string;
  /** Line of the document at which the block begins. */
  readonly line: number;
  readonly code: string;
  /** Whether it is a program that can be run: it declares nothing that somebody else has to bring along. */
  readonly isProgram: boolean;
}

const workspace = path.join(import.meta.dirname, "../../..");

/** Where people read TypeScript of ours, apart from the reference, whose programs are files. */
const DOCUMENTS = [
  "*.md",
  "examples/*.md",
  "examples/*/README.md",
  "packages/*/README.md",
  "packages/beta-client/docs/README.md",
  "site/guides/*.md",
  "{bench,site,spec,templates}/README.md",
];

const BLOCK = /^```ts( [^\n]*)?\n(.*?)^```$/gms;

/** Every block of TypeScript in READMEs and guides. */
export function readSnippets(): Snippet[] {
  const documents = globSync(DOCUMENTS, { cwd: workspace }).map((file) => file.replaceAll("\\", "/"));
  return documents.sort().flatMap((document) => {
    const text = readFileSync(path.join(workspace, document), "utf8");
    return [...text.matchAll(BLOCK)].map(({ index, 2: code = "" }) => ({
      document,
      line: text.slice(0, index).split("\n").length,
      code,
      isProgram: !/^declare /m.test(code),
    }));
  });
}
