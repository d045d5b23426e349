import { GENERATED, type Target } from "../../config/target.ts";
import { emitTypes } from "../../emit/types/emit-types.ts";
import { prepareRuntime } from "../../java/prepare-runtime.ts";
import type { TemplateFile } from "../../java/template-file.ts";
import { templateFiles } from "../../pipeline/template-files.ts";
import { benchTarget } from "../bench-target.ts";
import { chooseTemplates } from "../choose-templates.ts";
import { readTemplates } from "../language/template-set.ts";
import { readTemplateData, type TemplateData } from "../read-template-data.ts";
import { templateFolders } from "../template-folders.ts";
import { committedOutput, outputOfCommittedTemplates } from "./baseline-files.ts";
import { narrowData } from "./narrow-data.ts";
import { type OutputRenderer, outputRenderer } from "./output-renderer.ts";
import type { PreviewOptions } from "./preview-options.ts";
import { type ScratchPackage, scratchPackage } from "./scratch-package.ts";
import { type ToolConfirmation, toolConfirmation } from "./tool-confirmation.ts";
import { type TypeChecker, typeChecker } from "./type-checker.ts";

/** All that stays the same while templates change. */
export interface PreparedPreview {
  /** The folders that templates are read from. */
  readonly folders: readonly string[];
  /** The templates that were asked for; empty for all. */
  readonly wanted: readonly string[];
  readonly target: Target;
  readonly data: TemplateData;
  readonly entries: readonly TemplateFile[];
  /** Of the whole output. */
  readonly renderer: OutputRenderer;
  /** Of what is shown: the same, or for one operation. */
  readonly shown: OutputRenderer;
  /** What is shown is compared with this. */
  readonly committed: ReadonlyMap<string, string>;
  readonly scratch: ScratchPackage;
  readonly checker: TypeChecker;
  readonly tool: ToolConfirmation | undefined;
  /** Ends all that was started. */
  close(): Promise<void>;
}

/**
 * Reads the spec, and starts a compiler and a JVM beside it.
 * @throws SpecRefusal; Error for a template, an operation or a spec there is not
 */
export async function preparePreview(options: PreviewOptions): Promise<PreparedPreview> {
  const runtime = (options.tool ?? true) ? prepareRuntime() : undefined;
  // Told by the step that needs it.
  runtime?.catch(() => {});
  const folders = templateFolders(options.layers);
  const wanted = chooseTemplates(readTemplates(folders), options.templates ?? []);
  const target = await benchTarget(options);
  const data = await readTemplateData(target);
  const narrowed = options.operation === undefined ? undefined : narrowData(data, options.operation);
  const entries = templateFiles(target);
  const { skeleton } = data;
  const stay = options.stay ?? false;
  const tool = runtime && toolConfirmation({ skeleton, folders, files: entries, runtime, stay });
  const scratch = scratchPackage(target, data);
  const checker = await typeChecker(scratch.project);
  const close = async () => {
    tool?.close();
    await checker.close();
    scratch.remove();
  };
  try {
    // Of one operation, what is printed once for all is left out.
    const own = narrowed ? entries.filter(({ type, template }) => type === "api" || template === EXAMPLES) : entries;
    const [schema, committed] = await Promise.all([
      emitTypes(data.types),
      narrowed || target.extent === "package"
        ? outputOfCommittedTemplates(narrowed ?? data, own)
        : committedOutput(target),
    ]);
    scratch.write([[`${GENERATED}/schema.ts`, schema]]);
    const renderer = outputRenderer(data, entries);
    const shown = narrowed ? outputRenderer(narrowed, own) : renderer;
    return { folders, wanted, target, data, entries, renderer, shown, committed, scratch, checker, tool, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Pages show programs, so that they cannot be made without. */
const EXAMPLES = "docs/examples.mustache";
