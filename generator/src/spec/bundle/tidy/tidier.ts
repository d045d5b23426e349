import type { Finding } from "../../finding.ts";
import type { Json } from "../../json.ts";
import { toPointer } from "../../json-pointer.ts";
import type { DocumentEditor } from "../../walk/document-editor.ts";
import type { Kind } from "../../walk/kind.ts";
import { fileOf } from "../file-of.ts";
import type { Place } from "../place.ts";
import { tidies } from "./tidies.ts";
import type { TidyNode } from "./tidy.ts";

type Tokens = readonly (string | number)[];

/** Runs the tidies over the nodes of one value. One object for all nodes, since there are tens of thousands. */
export class Tidier implements TidyNode {
  kind: Kind = "document";
  value: Json = null;
  parent: Json | undefined;
  readonly is30: boolean;
  readonly deref: TidyNode["deref"];
  readonly #place: Place;
  readonly #editor: DocumentEditor;
  readonly #findings: Finding[];
  #tokens: Tokens = [];
  #rule = "";

  /** @param place what is walked; pointers of findings start there. */
  constructor(place: Place, editor: DocumentEditor, findings: Finding[], is30: boolean, deref: TidyNode["deref"]) {
    this.#place = place;
    this.#editor = editor;
    this.#findings = findings;
    this.is30 = is30;
    this.deref = deref;
  }

  tidy(kind: Kind, value: Json, tokens: Tokens, parent: Json | undefined): void {
    const all = tidies.get(kind);
    if (all === undefined) return;
    this.kind = kind;
    this.value = value;
    this.parent = parent;
    this.#tokens = tokens;
    for (const tidy of all) {
      this.#rule = tidy.id;
      tidy.run(this);
    }
  }

  set(below: Tokens, value: Json): void {
    this.#editor.set([...this.#tokens, ...below], value);
  }

  remove(below: Tokens): void {
    this.#editor.remove([...this.#tokens, ...below]);
  }

  rename(key: string, name: string): void {
    this.#editor.rename([...this.#tokens, key], name);
  }

  warn(below: Tokens, message: string, hint?: string): void {
    const { document, tokens } = this.#place;
    this.#findings.push({
      severity: "warning",
      rule: this.#rule,
      pointer: toPointer([...tokens, ...this.#tokens, ...below]),
      ...fileOf(document),
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  }
}
