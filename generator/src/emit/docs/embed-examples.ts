import { codeFence } from "../../text/markdown/code-fence.ts";
import { INCLUDE_MARK } from "./page-marks.ts";

const INCLUDE = new RegExp(`^${INCLUDE_MARK}(.+)$`, "gm");

/** Puts the formatted programs into the pages that show them, so that page and program are the same text. */
export function embedExamples(files: ReadonlyMap<string, string>): Map<string, string> {
  const read = (path: string) => {
    const program = files.get(path);
    if (program === undefined) throw new Error(`A page shows ${path}, which no template printed.`);
    return codeFence(program, "ts");
  };
  return new Map(
    [...files].map(([path, text]) => [
      path,
      path.endsWith(".md") ? text.replace(INCLUDE, (_, file: string) => read(file.trim())) : text,
    ]),
  );
}
