import type { Rule } from "./rule.ts";
import { duplicateOperationId } from "./rules/duplicate-operation-id.ts";
import { headerParameterName } from "./rules/header-parameter-name.ts";

/** All checks of the guard, in the order in which they report on one place. */
export const rules: readonly Rule[] = [duplicateOperationId, headerParameterName];
