import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { watchPreview } from "../../../generator/src/commands/templates/preview.ts";

/** Milliseconds from just before a template is written. */
export interface SaveTimes {
  readonly diff: number;
  readonly types: number;
  readonly tool: number;
}

export interface MeasureSavesOptions {
  /** Ours where left out. */
  readonly spec: string | undefined;
  readonly template: string;
  readonly rounds: number;
  /** Layered over our templates; it holds the template. */
  readonly folder: string;
}

/**
 * Watches a folder of templates as `templates preview --watch` does, and saves a change over and over, each once the one before
 * has been confirmed and the next JVM is waiting.
 */
export async function measureSaves({ spec, template, rounds, folder }: MeasureSavesOptions): Promise<SaveTimes[]> {
  const file = path.join(folder, template);
  const text = readFileSync(file, "utf8");
  const times: SaveTimes[] = [];
  const abort = new AbortController();
  let saved = 0;
  let now = { diff: 0, types: 0, tool: 0 };
  const save = () => {
    if (times.length === rounds) return abort.abort();
    // The second of two equal changes would change nothing. In a word of the output, so that there is a difference to show.
    const changed = text.replace(
      /\n(?=\n)/,
      `\n${template.startsWith("docs/") ? "Changed" : "// Changed"} ${times.length}.\n`,
    );
    saved = performance.now();
    writeFileSync(file, changed);
  };
  await watchPreview(
    { spec, layers: [folder] },
    {
      shown: () => {
        now = { ...now, diff: performance.now() - saved };
      },
      typed: () => {
        now = { ...now, types: performance.now() - saved };
      },
      confirmed: ({ problems }, { round }) => {
        if (problems.length > 0)
          throw new Error(`The bench changes what is printed, and nothing else: ${problems[0]?.message}`);
        if (round > 1) times.push({ ...now, tool: performance.now() - saved });
        setTimeout(save, 1500);
      },
    },
    abort.signal,
  );
  return times;
}
