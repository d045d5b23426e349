import type { ExplorerOperation } from "./explorer-operation.ts";
import type { FormValues } from "./form-values.ts";

/** What the function of an operation is called with beside the client. */
export interface CallInit {
  params?: Partial<Record<"query" | "path", Record<string, string | number | boolean>>>;
  body?: unknown;
}

/**
 * Reads the form.
 * @throws Error that a person can act on, where the body is no JSON
 */
export function buildInit(operation: ExplorerOperation, values: FormValues): CallInit {
  const init: CallInit = {};
  for (const { name, place, kind } of operation.fields) {
    const value = values.fields[name]?.trim() ?? "";
    if (value === "") continue;
    init.params ??= {};
    init.params[place] ??= {};
    init.params[place][name] = kind === "number" ? Number(value) : kind === "boolean" ? value === "true" : value;
  }
  if (operation.body !== undefined) init.body = readBody(values.body);
  return init;
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`The body is no JSON: ${error instanceof Error ? error.message : error}`);
  }
}
