import type { OperationManifest } from "@sailkit/beta-client";
import type { Permissions } from "./permission-error.ts";

/** What a manifest says that a token needs, as data and in words. */
export interface PermissionAdvice {
  readonly required?: Permissions;
  readonly advice: string;
}

/** Explains a 403 from what the operation asks for. Names its alternatives as the spec does: `userAuth`, `applicationAuth`. */
export function explainPermission(operation: OperationManifest | undefined): PermissionAdvice {
  if (!operation) return { advice: "The token may not do this: look at its scopes and at the user's level." };
  const schemes = operation.security.flatMap((alternative) => Object.entries(alternative));
  const scopes = [...new Set(schemes.flatMap(([, needed]) => needed))];
  const userOnly = schemes.length > 0 && schemes.every(([name]) => /user/i.test(name));
  const userLevels = operation.userLevels ?? [];
  const advice = [
    userOnly &&
      "It takes a token that stands for a user, such as one from a personal access token: an application's own token is refused.",
    scopes.length > 0 && `Scopes: ${scopes.join(", ")}.`,
    userLevels.length > 0 && `User level, one of: ${userLevels.join(", ")}.`,
  ];
  return { required: { scopes, userLevels, userOnly }, advice: advice.filter(Boolean).join(" ") };
}
