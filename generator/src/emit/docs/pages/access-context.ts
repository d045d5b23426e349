import type { OperationModel } from "../../../model/client-model.ts";
import type { JsonObject } from "../../../spec/json.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";

/** Who may call an operation: `schemes`, one line of Markdown for each alternative, and `userLevels`, or false. */
export function accessContext(operation: OperationModel): JsonObject {
  const levels = operation.userLevels.map((level) => codeSpan(level));
  return {
    schemes: operation.security.map((alternative) => ({
      text: alternative.length === 0 ? "No token is needed" : alternative.map(scheme).join(" and "),
    })),
    severalSchemes: operation.security.length > 1,
    userLevels: levels.length > 0 && levels.join(", "),
  };
}

function scheme({ scheme: name, scopes }: OperationModel["security"][number][number]): string {
  const granted = scopes.map((scope) => codeSpan(scope)).join(", ");
  return scopes.length > 0 ? `${codeSpan(name)} with ${granted}` : codeSpan(name);
}
