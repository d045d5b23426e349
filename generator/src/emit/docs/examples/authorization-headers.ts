import type { OperationModel } from "../../../model/client-model.ts";
import { isObject, type JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { literal } from "../../../text/literal.ts";

/**
 * The headers that the first alternative of an operation's security asks for, as the source of an object whose secrets come
 * from environment variables; false where none is needed or none is a header.
 */
export function authorizationHeaders(document: JsonObject, operation: OperationModel): string | false {
  const [alternative = []] = operation.security;
  const headers = new Map<string, string>();
  for (const { scheme: name } of alternative) {
    const { type, scheme, in: place, name: header } = securityScheme(document, name);
    const isBasic = type === "http" && String(scheme).toLowerCase() === "basic";
    if (type === "apiKey" && place === "header" && typeof header === "string") {
      headers.set(header, "process.env.API_KEY");
    } else if (isBasic) {
      headers.set("Authorization", `\`Basic \${process.env.API_CREDENTIALS}\``);
    } else if (type === "oauth2" || type === "http" || type === "openIdConnect") {
      headers.set("Authorization", `\`Bearer \${process.env.API_TOKEN}\``);
    }
  }
  const members = [...headers].map(([name, value]) => `${literal(name)}: ${value}`);
  return members.length > 0 && `{ ${members.join(", ")} }`;
}

function securityScheme(document: JsonObject, name: string): JsonObject {
  const components = isObject(document.components) ? document.components : {};
  const schemes = isObject(components.securitySchemes) ? components.securitySchemes : {};
  return (Object.hasOwn(schemes, name) ? resolveObject(document, schemes[name]) : undefined) ?? {};
}
