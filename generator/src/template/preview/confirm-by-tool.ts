import { TemplateError } from "../../java/template-error.ts";
import type { TemplateFile } from "../../java/template-file.ts";
import type { ProblemWriter } from "./describe-problems.ts";
import { diffLines } from "./diff-lines.ts";
import { entryMakes } from "./entry-makes.ts";
import type { PreviewProblem } from "./preview-problem.ts";

/** What was previewed, to be confirmed. */
export interface Previewed {
  /** As the tool writes it, by path. */
  readonly raw: ReadonlyMap<string, string>;
  readonly entries: readonly TemplateFile[];
  /** The entries that were rendered in this round. */
  readonly names: readonly string[];
  readonly writer: ProblemWriter;
}

/**
 * Holds a preview to what openapi-generator prints.
 * @returns undefined where a later round took its place
 */
export async function confirmByTool(
  render: () => Promise<ReadonlyMap<string, string> | undefined>,
  { raw, entries, names, writer }: Previewed,
): Promise<PreviewProblem[] | undefined> {
  try {
    const written = await render();
    if (!written) return undefined;
    const rendered = entries.filter(({ template }) => names.includes(template));
    return [...written].flatMap(([path, text]): PreviewProblem[] => {
      const isRendered = rendered.some((entry) => entry.destination === path || entryMakes(entry, path));
      if (!isRendered || text === raw.get(path)) return [];
      const [hunk] = diffLines(raw.get(path) ?? "", text, 0);
      const lines = (hunk?.lines ?? []).map(({ sign, text: line }) => `${sign} ${line}`).slice(0, 6);
      const message = `openapi-generator prints ${path} otherwise than the preview, at line ${hunk?.before ?? 1}: ${lines.join(" ")}. What it prints counts: write the template more plainly.`;
      return [{ kind: "tool", code: "differs", message }];
    });
  } catch (error) {
    if (error instanceof TemplateError && error.template !== undefined && error.line !== undefined) {
      const { template, line, message } = error;
      return [writer.atTemplate("tool", { template, line, column: 1, code: "refused", message })];
    }
    return [{ kind: "tool", code: "failed", message: error instanceof Error ? error.message : String(error) }];
  }
}
