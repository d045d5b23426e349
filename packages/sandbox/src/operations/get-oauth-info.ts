import type { Operation } from "./operation.ts";

/** `GET /oauth/info`: where the endpoints of the token service are, which a vanity domain does not tell. */
export const getOauthInfo: Operation = ({ url }, { tenant, tokenOrigin }) => {
  const origin = tokenOrigin ?? url.origin;
  return {
    status: 200,
    json: { org: tenant, authorizeEndpoint: `${origin}/oauth/authorize`, tokenEndpoint: `${origin}/oauth/token` },
  };
};
