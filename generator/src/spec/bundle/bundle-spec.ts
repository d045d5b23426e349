import { dirname, resolve } from "node:path";
import type { Finding } from "../finding.ts";
import { isObject, type Json, type JsonObject } from "../json.ts";
import { toPointer } from "../json-pointer.ts";
import type { SpecSource } from "../read/read-spec.ts";
import { refuse } from "../read/refuse.ts";
import { SpecRefusal } from "../spec-refusal.ts";
import { DocumentEditor } from "../walk/document-editor.ts";
import { own } from "../walk/own.ts";
import { valueAt } from "../walk/value-at.ts";
import { DocumentStore } from "./document-store.ts";
import { judgeBroken } from "./judge-broken.ts";
import type { Boundary } from "./locate-document.ts";
import { nameTargets } from "./name-targets.ts";
import type { LoadedDocument } from "./place.ts";
import { ReferenceGraph } from "./reference-graph.ts";
import { Rewriter } from "./rewriter.ts";

/** A spec in one document. */
export interface BundledSpec {
  /** Every reference in it has the form `#/components/<section>/<name>` and leads to something. */
  readonly document: JsonObject;
  /** Warnings: what was tolerated or left out. */
  readonly findings: readonly Finding[];
  /** All files that were read, with the SHA-256 of their bytes: the spec first, the others by path. */
  readonly files: readonly { file: string; sha256: string }[];
}

/**
 * Brings a spec that may be spread over files into one document in normal form: references are local and lead to
 * components; what they led to elsewhere has become a component with a stable name; path items and other things that
 * components cannot hold stand where they were referred to. The source's document is not changed, and shared where nothing
 * had to be.
 *
 * References are only followed at typed places, not in examples, defaults, enums or extensions; they are only followed into
 * the spec's own folder, symbolic links included, and never to the network, unless allowed by name.
 *
 * @param options.allowRefs folders and URLs (prefixes ending at a `/`) that references may lead into besides.
 * @throws SpecRefusal when a reference leads outside, or to nothing where that matters, or a file cannot be read.
 */
export async function bundleSpec(
  source: SpecSource,
  options: { allowRefs?: readonly string[] } = {},
): Promise<BundledSpec> {
  const root: LoadedDocument = { id: source.file, label: "", value: source.document };
  const boundary = boundaryOf(source.file, options.allowRefs ?? []);
  const store = new DocumentStore(root, boundary);
  const siblingsCount = !/^\s*3(?:\.0|$)/.test(String(own(source.document, "openapi")));
  const graph = new ReferenceGraph({ root, store, boundary }, siblingsCount);
  await graph.build();
  if (graph.findings.some((finding) => finding.severity === "error")) throw new SpecRefusal(graph.findings);
  nameTargets(graph.targets.values(), root.value);
  const rewriter = new Rewriter(graph, siblingsCount);
  const document = assemble(root, graph, rewriter) as JsonObject;
  const findings = distinct([
    ...(source.findings ?? []),
    ...store.findings,
    ...graph.findings,
    ...rewriter.findings,
    ...judgeBroken(rewriter.broken, document),
  ]);
  if (findings.some((finding) => finding.severity === "error")) throw new SpecRefusal(findings);
  const others = [...store.files].sort((a, b) => (a.file < b.file ? -1 : 1));
  return { document, findings, files: [{ file: source.file, sha256: source.sha256 }, ...others] };
}

function makeContainer(editor: DocumentEditor, tokens: readonly string[]): void {
  const container = valueAt(editor.result(), tokens);
  if (container === undefined) editor.set(tokens, {});
  else if (!isObject(container)) {
    refuse({
      rule: "malformed",
      pointer: toPointer(tokens),
      message: "Here should be an object, but there is something else.",
      hint: "Correct the document here.",
    });
  }
}

/** What stands in a shared path item is met, and reported, once for each path. */
function distinct(findings: readonly Finding[]): Finding[] {
  return [...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values()];
}

function boundaryOf(file: string, allowed: readonly string[]): Boundary {
  const isUrl = (text: string) => /^https?:/i.test(text);
  return {
    home: dirname(file),
    folders: allowed.filter((text) => !isUrl(text)).map((folder) => resolve(folder)),
    urls: allowed.filter(isUrl),
  };
}

/** The rewritten spec with all targets among its components, in the order of their names. */
function assemble(root: LoadedDocument, graph: ReferenceGraph, rewriter: Rewriter): Json {
  const editor = new DocumentEditor(
    rewriter.rewrite("document", { document: root, tokens: [], value: root.value }, []),
  );
  const named = [...graph.targets.values()].filter((target) => target.section !== undefined);
  named.sort((a, b) => ((a.name as string) < (b.name as string) ? -1 : 1));
  for (const { kind, place, section, name } of named) {
    const tokens = ["components", section as string, name as string];
    for (const length of [1, 2]) {
      makeContainer(editor, tokens.slice(0, length));
    }
    editor.set(tokens, rewriter.rewrite(kind, place, tokens));
  }
  // Whatever referred to these has got their content.
  for (const section of ["pathItems", "mediaTypes"]) {
    if (valueAt(editor.result(), ["components", section]) !== undefined) editor.remove(["components", section]);
  }
  return editor.result();
}
