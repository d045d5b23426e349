import path from "node:path";
import { type PreviewListener, preview, watchPreview } from "../../commands/templates/preview.ts";
import { duration } from "../../progress/duration.ts";
import type { PreviewOptions } from "../../template/preview/preview-options.ts";
import { renderDifferences } from "../../template/preview/render-differences.ts";
import { renderProblems } from "../../template/preview/render-problems.ts";
import { renderStep } from "../../template/preview/render-step.ts";
import { ExitCode } from "../exit-code.ts";
import { hasColor } from "../has-color.ts";

/** Flags of `sailkit templates preview`, as the command line gives them. */
export interface PreviewFlags {
  readonly spec?: string;
  readonly api?: string;
  readonly operation?: string;
  readonly templates?: readonly string[];
  readonly watch?: boolean;
  readonly web?: boolean;
  readonly port?: string;
  readonly full?: boolean;
  readonly tool?: boolean;
}

/** Runs `sailkit templates preview` and gives its exit code: 1 where something is wrong with the templates or their output. */
export async function runPreview(names: readonly string[], flags: PreviewFlags): Promise<number> {
  const options: PreviewOptions = { ...flags, templates: names, layers: flags.templates ?? [] };
  if (flags.web) return (await import("./run-preview-web.ts")).runPreviewWeb(options, flags);
  const listener = printer(flags);
  if (!flags.watch) return (await preview(options, listener)) ? ExitCode.success : ExitCode.failure;
  const abort = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => abort.abort());
  await watchPreview(options, listener, abort.signal);
  return ExitCode.success;
}

function printer({ full, watch, operation }: PreviewFlags): PreviewListener {
  const color = hasColor(process.stdout);
  const print = (text: string) => void process.stdout.write(text);
  return {
    ready({ folders, target, data }) {
      if (!watch) return;
      const spec = path.relative("", target.spec);
      const places = folders.map((folder) => path.relative("", folder)).join(", ");
      print(
        `${data.client.operations.length} operations of ${spec}. Save a template in ${places} to see what it does; Ctrl+C ends.\n`,
      );
    },
    shown({ round, changed, entries, differences, problems, ms }) {
      if (round > 1) print(`\n${changed.join(", ") || "Nothing"} changed\n`);
      if (entries.length > 0 || round === 1) {
        print(renderDifferences(differences, { color, ...(full && { most: Number.POSITIVE_INFINITY }) }));
        const where = operation === undefined ? "" : ` of ${operation}`;
        const against = "what is committed";
        print(
          differences.length === 0
            ? `The output${where} is ${against} (${duration(ms)})\n`
            : `${differences.length} ${differences.length === 1 ? "file differs" : "files differ"} from ${against} (${duration(ms)})\n`,
        );
      }
      print(renderProblems(problems, { color }));
    },
    typed(step) {
      print(renderProblems(step.problems, { color }));
      print(renderStep(step, "types hold", "the code does not hold", { color }));
    },
    confirmed(step) {
      print(renderProblems(step.problems, { color }));
      print(
        renderStep(step, "openapi-generator prints the same", "openapi-generator does not print the same", { color }),
      );
    },
  };
}
