import { prepareRuntime } from "../../java/prepare-runtime.ts";
import { type BenchSpec, benchTarget } from "../../template/bench-target.ts";
import type { ContextValue } from "../../template/context/context-value.ts";
import { type ContextSelection, selectContext, type TemplateContext } from "../../template/context/select-context.ts";
import { readTemplateData } from "../../template/read-template-data.ts";

export interface ContextCommandOptions extends BenchSpec, ContextSelection {
  /** Keeps only values whose name, text, pointer or source file holds this, whatever the case. */
  readonly search?: string | undefined;
  /** Whether to ask the tool for what it puts beside an operation's values; takes half a second, and Java. Default true. */
  readonly tool?: boolean;
}

/** Shows the data that templates see, with where each value comes from. */
export async function context(options: ContextCommandOptions): Promise<TemplateContext> {
  const data = await readTemplateData(await benchTarget(options));
  const selected = selectContext(data, options);
  const { operation } = selected;
  const own =
    operation && (options.tool ?? true)
      ? await toolContext(data.skeleton, operation.model.tags[0], operation.index)
      : { data: {}, values: [] };
  const values = [...selected.values, ...own.values];
  const { search } = options;
  return {
    ...selected,
    data: { ...selected.data, ...own.data },
    values: search === undefined ? values : values.filter((value) => holds(value, search.toLowerCase())),
  };
}

async function toolContext(skeleton: Parameters<typeof selectContext>[0]["skeleton"], tag: string, index: number) {
  const { toolValues } = await import("../../template/context/tool-values.ts");
  const runtime = await prepareRuntime();
  const data = (await toolValues(skeleton, tag, runtime))[index] ?? {};
  const values = Object.entries(data).map(
    ([path, value]): ContextValue => ({
      path,
      value,
      form: "raw: the tool's own, never printed",
      spec: [],
      transform: `openapi-generator ${runtime.jar.version}, CodegenOperation`,
    }),
  );
  return { data, values };
}

function holds({ path, value, spec, transform, operation }: ContextValue, word: string): boolean {
  const texts = [
    path,
    typeof value === "object" ? JSON.stringify(value) : String(value),
    ...spec,
    transform,
    operation ?? "",
  ];
  return texts.some((text) => text.toLowerCase().includes(word));
}
