import { ACCESS_RULES } from "./access-rules.ts";
import { MESSAGE_RULES } from "./message-rules.ts";
import { OPERATION_RULES } from "./operation-rules.ts";
import { PARAMETER_RULES } from "./parameter-rules.ts";
import type { Rule } from "./rule.ts";
import { SCHEMA_RULES } from "./schema-rules.ts";
import { TYPE_RULES } from "./type-rules.ts";

/** The rules in groups, as the documentation shows them. */
export const RULE_GROUPS: Readonly<Record<string, readonly Rule[]>> = {
  Operations: OPERATION_RULES,
  Parameters: PARAMETER_RULES,
  "Bodies and responses": MESSAGE_RULES,
  Schemas: SCHEMA_RULES,
  "Security and servers": ACCESS_RULES,
  "TypeScript only": TYPE_RULES,
};

/** Every rule by its id. */
export const RULES: ReadonlyMap<string, Rule> = new Map(
  Object.values(RULE_GROUPS)
    .flat()
    .map((rule) => [rule.id, rule]),
);
