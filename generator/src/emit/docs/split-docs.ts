import { EXAMPLES_STREAM, MODELS_STREAM } from "./docs-files.ts";
import { FILE_MARK } from "./page-marks.ts";

/**
 * Cuts what templates printed one after another into the files it is. To be called before formatting: programs are among
 * them.
 */
export function splitDocs(files: ReadonlyMap<string, string>): Map<string, string> {
  const result = new Map<string, string>();
  for (const [path, text] of files) {
    if (!path.startsWith("docs/")) result.set(path, text);
    else if (path !== MODELS_STREAM && path !== EXAMPLES_STREAM) result.set(path, `${text.trim()}\n`);
    else for (const [file, content] of filesIn(text)) result.set(file, content);
  }
  return result;
}

/** What stands before the first mark is nobody's. */
function filesIn(text: string): [string, string][] {
  const parts = text.split(FILE_MARK).slice(1);
  return parts.map((part) => {
    const end = part.indexOf("\n");
    return [part.slice(0, end).trim(), `${part.slice(end + 1).trim()}\n`];
  });
}
