import { manifest } from "@sailkit/beta-client/manifest";
import type { TaskOperation } from "./operation-id.ts";

/** What the spec says about an operation, as far as admission goes. */
export interface OperationFacts {
  readonly method: string;
  /** Path below the API version. */
  readonly path: string;
  /** Scopes of which a token needs one. */
  readonly scopes: readonly string[];
  /** Levels of which a user needs one; `undefined` where every user is admitted. */
  readonly userLevels: readonly string[] | undefined;
  /** Whether a token that stands for no user is admitted. */
  readonly application: boolean;
}

/** Reads them from the manifest of the client, so that a tenant follows the spec. */
export function operationFacts(name: TaskOperation): OperationFacts {
  const { method, path, security, userLevels } = manifest[name];
  return {
    method,
    path,
    scopes: [...new Set(security.flatMap((requirement) => Object.values(requirement).flat()))],
    userLevels,
    application: security.some((requirement) => "applicationAuth" in requirement),
  };
}
