import { EXAMPLES_STREAM, MODELS_STREAM } from "../../emit/docs/docs-files.ts";
import type { TemplateFile } from "../../java/template-file.ts";

/** Whether a file of the output comes from an entry. */
export function entryMakes({ destination }: TemplateFile, path: string): boolean {
  if (destination === MODELS_STREAM) return path.startsWith("docs/models/") && path !== "docs/models/index.md";
  if (destination === EXAMPLES_STREAM) return path.startsWith("docs/examples/");
  const [before = "", after] = destination.split("{tag}");
  if (after === undefined) return path === destination;
  return (
    path.startsWith(before) &&
    path.endsWith(after) &&
    !path.slice(before.length, path.length - after.length).includes("/") &&
    !path.endsWith("/index.md")
  );
}
