import type { OperationModel } from "../../../model/client-model.ts";
import { kebabCase } from "../../../naming/identifier.ts";
import { NameAllocator } from "../../../naming/name-allocator.ts";
import type { JsonObject } from "../../../spec/json.ts";
import type { DocsSource } from "../docs-source.ts";
import { INCLUDE_MARK } from "../page-marks.ts";
import { RESERVED_FILE_NAMES } from "../reserved-file-names.ts";
import { exampleProgram } from "./example-program.ts";

/** A program that pages embed. */
interface Example {
  /** Path below the target. */
  readonly file: string;
  /** What a page prints where the program shall stand. */
  readonly include: string;
  /** What the template of programs prints. */
  readonly context: JsonObject;
}

/** The programs of one operation. */
export interface OperationExamples {
  /** Calls its function. */
  readonly call: Example;
  /** Use the sdk, where it has methods for the operation. */
  readonly sdk: readonly (Example & { readonly method: string; readonly description: string })[];
}

/** The programs of every operation, below `docs/examples/<tag>/`. */
export function operationExamples(source: DocsSource): Map<OperationModel, OperationExamples> {
  const folders = new Map<string, NameAllocator>();
  const place = (operation: OperationModel, ...candidates: [string, ...string[]]) => {
    const [tag] = operation.tags;
    const names = folders.get(tag) ?? new NameAllocator({ reserved: RESERVED_FILE_NAMES, caseInsensitive: true });
    folders.set(tag, names);
    return `docs/examples/${tag}/${names.allocate(...candidates)}.ts`;
  };
  return new Map(
    source.client.operations.map((operation) => {
      const stem = kebabCase(operation.name, "operation");
      const call = example(place(operation, stem, `${stem}-operation`), exampleProgram(source, operation));
      return [operation, { call, sdk: sdkExamples(source, operation, (name) => place(operation, `${stem}.${name}`)) }];
    }),
  );
}

function sdkExamples(
  { settings }: DocsSource,
  operation: OperationModel,
  place: (name: string) => string,
): OperationExamples["sdk"] {
  const { sdk } = settings;
  const methods = sdk && Object.hasOwn(sdk.operations, operation.id) ? sdk.operations[operation.id] : undefined;
  return (methods ?? []).map(({ method, description, code }) => ({
    ...example(place(kebabCase(method, "sdk")), { call: false, sdk: { code } }),
    method,
    description,
  }));
}

function example(file: string, context: JsonObject): Example {
  return { file, include: `${INCLUDE_MARK}${file}`, context };
}
