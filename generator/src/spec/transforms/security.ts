import type { SecurityModel } from "../../model/client-model.ts";
import { isObject, type Json } from "../json.ts";

/** The security alternatives of an operation, or of the document where the operation says nothing. */
export function securityAlternatives(own: Json | undefined, root: Json | undefined): SecurityModel[][] {
  const requirements = Array.isArray(own) ? own : Array.isArray(root) ? root : [];
  return requirements.filter(isObject).map((requirement) =>
    Object.entries(requirement).map(([scheme, scopes]) => ({
      scheme,
      scopes: Array.isArray(scopes) ? scopes.map(String) : [],
    })),
  );
}
