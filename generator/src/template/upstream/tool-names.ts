import { scanTags } from "../language/scan-tags.ts";
import type { TemplateSet } from "../language/template-set.ts";
import type { DataModel } from "./data-model.ts";

/** A name of the tool that a template of ours relies on. */
export interface ToolName {
  readonly name: string;
  readonly template: string;
  readonly line: number;
}

/** The classes that hold each name of the tool that templates may use: all else they print is ours. */
const TOOL_NAMES: Readonly<Record<string, string>> = {
  operations: "OperationsMap",
  operation: "OperationMap",
  vendorExtensions: "CodegenOperation",
};

/** Where our templates rely on names of the tool. */
export function toolNames(set: TemplateSet): ToolName[] {
  return set.names.flatMap((template) =>
    scanTags(set.text(template))
      .filter(({ sign, name }) => (sign === "#" || sign === "^") && Object.hasOwn(TOOL_NAMES, name))
      .map(({ name, line }) => ({ name, template, line })),
  );
}

/** Those of them that a version of the tool does not have. */
export function missingNames(set: TemplateSet, model: DataModel): ToolName[] {
  // The maps of the tool are looked up by key: a getter of the same name stands for it.
  return toolNames(set).filter(({ name }) => !model.get(TOOL_NAMES[name] ?? "")?.has(name));
}
