import { Refusal } from "../http/refusal.ts";
import type { OperationFacts } from "../operations/operation-facts.ts";
import type { SandboxClient } from "./sandbox-client.ts";

// Vendor scopes of which one stands for all others.
const everyScope = "sp:scopes:all";

/**
 * Makes sure that a client may call an operation.
 *
 * @throws {Refusal} 403 where the token stands for no user and one is needed, where it has none of the scopes, or where
 * the user has none of the levels.
 */
export function admit(client: SandboxClient, facts: OperationFacts): void {
  const { kind, scopes = [everyScope], userLevel = "ORG_ADMIN" } = client;
  if (kind === "application" && !facts.application) {
    throw refuse("The operation needs the token of a user, and this one stands for an application.");
  }
  if (!scopes.some((scope) => scope === everyScope || facts.scopes.includes(scope))) {
    throw refuse(`The operation needs one of the scopes ${facts.scopes.join(", ")}.`);
  }
  if (kind === "user" && facts.userLevels?.includes(userLevel) === false) {
    throw refuse(`The operation needs one of the user levels ${facts.userLevels.join(", ")}.`);
  }
}

function refuse(cause: string): Refusal {
  return new Refusal(403, "The caller may not use this operation.", { causes: [cause] });
}
