import { isObject, type JsonObject } from "../../spec/json.ts";

/** What a security scheme asks of a client, without names, words and addresses. */
export interface SecurityScheme {
  readonly name: string;
  /** How credentials are sent: `apiKey header X-Key`, `http bearer`, `oauth2`. */
  readonly kind: string;
  readonly flows: readonly string[];
  readonly urls: readonly string[];
}

/** The security schemes of a document, by name. */
export function securitySchemes(document: JsonObject): Map<string, SecurityScheme> {
  const components = isObject(document.components) ? document.components : {};
  const schemes = isObject(components.securitySchemes) ? Object.entries(components.securitySchemes) : [];
  return new Map(schemes.flatMap(([name, scheme]) => (isObject(scheme) ? [[name, read(name, scheme)]] : [])));
}

function read(name: string, scheme: JsonObject): SecurityScheme {
  const flows = isObject(scheme.flows) ? Object.entries(scheme.flows) : [];
  const words = [scheme.type, scheme.in, scheme.type === "apiKey" ? scheme.name : undefined, scheme.scheme];
  const urls = flows.flatMap(([flow, value]) =>
    ["authorizationUrl", "tokenUrl", "refreshUrl"].flatMap((key) =>
      isObject(value) && typeof value[key] === "string" ? [`${flow}.${key} ${value[key]}`] : [],
    ),
  );
  if (typeof scheme.openIdConnectUrl === "string") urls.push(`openIdConnectUrl ${scheme.openIdConnectUrl}`);
  return {
    name,
    kind: words
      .filter((word) => typeof word === "string")
      .join(" ")
      .toLowerCase(),
    flows: flows.map(([flow]) => flow).sort(),
    urls: urls.sort(),
  };
}
