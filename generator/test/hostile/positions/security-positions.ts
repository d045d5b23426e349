import type { JsonObject } from "../../../src/spec/json.ts";
import type { Position } from "./position.ts";
import { put } from "./put.ts";

/** Places of security schemes and requirements. */
export const securityPositions: readonly Position[] = [
  {
    name: "security scheme texts",
    kind: "text",
    plant: ({ securitySchemes, n }, text) => {
      const flow = { authorizationUrl: text, tokenUrl: text, refreshUrl: text, scopes: { [`${text} `]: text } };
      securitySchemes[`oauth${n}`] = {
        type: "oauth2",
        description: text,
        flows: { authorizationCode: flow, clientCredentials: flow, [`x-${text}`]: text },
      };
      securitySchemes[`key${n}`] = { type: "apiKey", in: "header", name: "X-Key", description: text };
      securitySchemes[`http${n}`] = { type: "http", scheme: text, bearerFormat: text };
      securitySchemes[`oidc${n}`] = { type: "openIdConnect", openIdConnectUrl: text };
    },
  },
  {
    name: "security scheme name and scopes",
    kind: "name",
    plant: ({ securitySchemes, post }, text) => {
      const name = text === "__proto__" ? "proto" : text;
      put(securitySchemes, name, { type: "http", scheme: "bearer" });
      const requirement: JsonObject = {};
      put(requirement, name, [text, `${text}:write`]);
      post.security = [requirement, { [`undeclared ${text}`]: [text] }];
    },
  },
];
