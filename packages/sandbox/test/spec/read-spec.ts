import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

interface SpecOperation {
  readonly operationId: string;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters?: readonly {
    readonly name?: string;
    readonly "x-sailkit-filters"?: Readonly<Record<string, { readonly operators: string[]; readonly type: string }>>;
    readonly "x-sailkit-sorters"?: readonly string[];
  }[];
  readonly responses: Readonly<Record<string, unknown>>;
  readonly "x-sailpoint-userLevels": readonly string[];
}

/** The parts of the beta spec that tests look at. */
export interface Spec {
  readonly paths: Readonly<Record<string, Readonly<Record<string, SpecOperation>>>>;
  readonly components: Readonly<Record<string, unknown>>;
}

/** Where the beta spec is. */
export const specFile: string = fileURLToPath(new URL("../../../../spec/openapi.beta.yaml", import.meta.url));

/** The beta spec as it is written. */
export function readSpec(): Spec {
  return parse(readFileSync(specFile, "utf8")) as Spec;
}
