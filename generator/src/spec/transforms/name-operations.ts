import { camelCase, isLegalIdentifier, upperFirst, words } from "../../naming/identifier.ts";
import type { NameAllocator } from "../../naming/name-allocator.ts";
import type { Finding } from "../finding.ts";
import type { CollectedOperation } from "./collect-operations.ts";

export interface OperationNames {
  readonly id: string;
  readonly name: string;
  readonly initName: string;
  readonly resultName: string;
  readonly filtersName: string;
}

/**
 * Names the exports of each operation. An operationId that is a legal identifier is kept to the letter, and named first, so
 * that an odd one can never take its name.
 */
export function nameOperations(
  operations: readonly CollectedOperation[],
  names: NameAllocator,
  findings: Finding[],
): Map<CollectedOperation, OperationNames> {
  const legalFirst = [...operations].sort((a, b) => Number(isLegal(b)) - Number(isLegal(a)));
  const named = new Map<CollectedOperation, OperationNames>();
  for (const operation of legalFirst) {
    const stated = statedId(operation);
    const id = stated ?? derivedId(operation);
    const wanted = wantedName(id) ?? derivedId(operation);
    const name = names.allocate(wanted, `${wanted}Operation`);
    // Other spellings of the same words, such as `users/list`, are no news.
    if (stated !== undefined && words(name).join("").toLowerCase() !== words(stated).join("").toLowerCase()) {
      findings.push({
        severity: "warning",
        rule: "operation-renamed",
        pointer: `${operation.pointer}/operationId`,
        message: `The operationId ${JSON.stringify(stated)} cannot be the name of an export here; the function is called ${name}.`,
        hint: "Give it an operationId that is a legal identifier and no other export's name.",
      });
    }
    const type = upperFirst(name);
    named.set(operation, {
      id,
      name,
      initName: names.allocate(`${type}Init`, `${type}OperationInit`),
      resultName: names.allocate(`${type}Result`, `${type}OperationResult`),
      filtersName: names.allocate(`${type}Filters`, `${type}OperationFilters`),
    });
  }
  return named;
}

/** A legal name as it is, else its words in camel case; undefined where it has none that ASCII could spell. */
function wantedName(id: string): string | undefined {
  if (isLegalIdentifier(id)) return id;
  return words(id).length > 0 ? camelCase(id, "operation") : undefined;
}

function isLegal(operation: CollectedOperation): boolean {
  return isLegalIdentifier(statedId(operation) ?? "");
}

function statedId({ operation }: CollectedOperation): string | undefined {
  return typeof operation.operationId === "string" && operation.operationId.trim() !== ""
    ? operation.operationId
    : undefined;
}

/** `get /users/{id}/roles` → `getUsersByIdRoles`; `get /` → `getRoot`. */
function derivedId({ method, path }: CollectedOperation): string {
  const segments = path.split("/").filter((segment) => segment !== "");
  const words = segments.map((segment) => segment.replace(/\{([^{}]*)\}/g, " by $1 "));
  return camelCase([method, ...(words.length > 0 ? words : ["root"])].join(" "), "operation");
}
