import { isObject, type JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";
import { markdownCell } from "../../../text/markdown-cell.ts";

/** The security schemes of the spec as rows: `name`, `kind`, `tokenUrl`, `description`, each Markdown for a cell. */
export function securityRows(document: JsonObject): JsonObject[] {
  const components = isObject(document.components) ? document.components : {};
  const schemes = isObject(components.securitySchemes) ? components.securitySchemes : {};
  return Object.entries(schemes).map(([name, value]) => {
    const scheme = resolveObject(document, value) ?? {};
    return {
      name: codeSpan(name, { cell: true }),
      kind: kindOf(scheme),
      tokenUrl:
        tokenUrls(scheme)
          .map((url) => codeSpan(url, { cell: true }))
          .join("<br/>") || "none",
      description: markdownCell(typeof scheme.description === "string" ? scheme.description : ""),
    };
  });
}

function kindOf(scheme: JsonObject): string {
  const said = (value: unknown) => codeSpan(typeof value === "string" ? value : "", { cell: true });
  switch (scheme.type) {
    case "oauth2":
      return `OAuth 2: ${Object.keys(flowsOf(scheme)).map(flowName).join(", ") || "no flow stated"}`;
    case "http":
      return `HTTP ${said(scheme.scheme)}`;
    case "apiKey":
      return `API key in ${said(scheme.in)} ${said(scheme.name)}`;
    case "openIdConnect":
      return "OpenID Connect";
    default:
      return said(scheme.type) || "not stated";
  }
}

/** `authorizationCode` → `authorization code`. */
function flowName(flow: string): string {
  return markdownCell(flow.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));
}

function tokenUrls(scheme: JsonObject): string[] {
  const urls = Object.values(flowsOf(scheme)).map((flow) => (isObject(flow) ? flow.tokenUrl : undefined));
  return [...new Set([...urls, scheme.openIdConnectUrl].filter((url) => typeof url === "string"))];
}

function flowsOf({ flows }: JsonObject): JsonObject {
  return isObject(flows) ? flows : {};
}
