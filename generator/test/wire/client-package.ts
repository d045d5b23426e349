import type { JsonObject } from "../../src/spec/json.ts";

/** The function of an operation, as a caller sees it. */
export type OperationFunction = (
  client: unknown,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

/** A generated package, loaded. */
export interface ClientPackage {
  /** Name of the spec file. */
  readonly name: string;
  /** The bundled spec, as it was before any transform. */
  readonly document: JsonObject;
  readonly createClient: (options: object) => unknown;
  /** Functions by the JSON pointer of their operation. */
  readonly functions: ReadonlyMap<string, OperationFunction>;
  /** Servers the client knows. */
  readonly servers: readonly { readonly url: string }[];
  /** Deletes it from disk. */
  remove(): Promise<void>;
}
