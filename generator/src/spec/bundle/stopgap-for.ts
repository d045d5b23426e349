import type { Json } from "../json.ts";
import type { Kind } from "../walk/kind.ts";

/**
 * What stands in for a component whose reference leads nowhere, so that unused components that refer to it stay whole: the
 * least that is valid for its kind. Undefined for kinds that nothing refers to by `$ref`.
 */
export function stopgapFor(kind: Kind): Json | undefined {
  switch (kind) {
    case "schema":
    case "example":
    case "link":
    case "callback":
      return {};
    case "header":
      return { schema: {} };
    case "response":
      return { description: "" };
    case "requestBody":
      return { content: {} };
    case "parameter":
      return { name: "unknown", in: "query", schema: {} };
    default:
      return undefined;
  }
}
