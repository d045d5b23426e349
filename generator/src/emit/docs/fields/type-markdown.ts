import type { Json } from "../../../spec/json.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";
import type { DocsSource } from "../docs-source.ts";
import type { ModelPage } from "../model-pages.ts";
import { type TypePart, typeParts } from "./type-text.ts";

/** Where a type is shown. */
export interface TypePlace {
  /** Where the model pages are, seen from the page it will stand on: `../models/`. */
  readonly folder: string;
  /** Whether it stands in a table cell. Default true. */
  readonly cell?: boolean;
}

/** The type of a schema as Markdown, each model linked to its page. */
export function typeMarkdown(source: Pick<DocsSource, "models">, schema: Json | undefined, place: TypePlace): string {
  const groups: { text: string; models: readonly ModelPage[] }[] = [];
  for (const { text, models } of typeParts(source, schema)) {
    const last = groups.at(-1);
    // Neighbours without links share one piece of code.
    if (last && last.models.length === 0 && models.length === 0) last.text += ` | ${text}`;
    else groups.push({ text, models });
  }
  return groups.map((group) => linked(group, place)).join(" \\| ");
}

function linked({ text, models }: TypePart, { folder, cell = true }: TypePlace): string {
  const code = codeSpan(text, { cell });
  const link = (label: string, { file }: ModelPage) => `[${label}](${folder}${file}.md)`;
  const [only] = models;
  if (models.length === 1 && only) return link(code, only);
  if (models.length === 0) return code;
  return `${code} (${models.map((model) => link(codeSpan(model.name, { cell }), model)).join(", ")})`;
}
