import { existsSync } from "node:fs";

/** The package of an sdk, and its methods that stand for operations, by operationId. */
export interface SdkMethods {
  readonly package: string;
  readonly methods: ReadonlyMap<string, readonly string[]>;
}

/**
 * Reads them from the file that the reference pages have them from, see spec/README.md.
 * @param file absolute path
 */
export async function sdkMethods(file: string): Promise<SdkMethods | undefined> {
  if (!existsSync(file)) return undefined;
  const { readSdkDocs } = await import("../../emit/docs/read-sdk-docs.ts");
  const { package: name, operations } = await readSdkDocs(file);
  const entries = Object.entries(operations).map(([id, list]): [string, string[]] => [
    id,
    list.map(({ method }) => method),
  ]);
  return { package: name, methods: new Map(entries) };
}
