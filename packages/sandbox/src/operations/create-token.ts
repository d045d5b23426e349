import type { SandboxClient } from "../auth/sandbox-client.ts";
import type { Answer } from "../http/answer.ts";
import type { Exchange } from "../http/exchange.ts";
import type { Operation } from "./operation.ts";

const secretParameters = ["client_id", "client_secret", "grant_type", "refresh_token"];
const noStore = { "cache-control": "no-store" };

/**
 * `POST /oauth/token`: an access token for client credentials or a refresh token (RFC 6749). Credentials are taken from
 * the form body alone; what came in the query or in an `Authorization` header is refused, since URLs end up in logs and
 * the service does not take the latter.
 */
export const createToken: Operation = (exchange, { clients, tokens, clock, expiresIn, tenant }): Answer => {
  const form = readForm(exchange);
  if (!(form instanceof Map)) return form;
  const client = clients.find(({ id, secret }) => id === form.get("client_id") && secret === form.get("client_secret"));
  if (client === undefined) return refuse(401, "invalid_client", "The client is unknown, or its secret is another.");
  const grant = form.get("grant_type");
  if (grant === "refresh_token") {
    const redeemed = tokens.redeemRefresh(form.get("refresh_token") ?? "", client);
    if (!redeemed) return refuse(400, "invalid_grant", "The refresh token is unknown or was used before.");
  } else if (grant !== "client_credentials") {
    return refuse(400, "unsupported_grant_type", "Send client_credentials or refresh_token.");
  }
  const { token, jti } = tokens.issue(client, clock.now(), expiresIn);
  return {
    status: 200,
    headers: noStore,
    json: {
      access_token: token,
      token_type: "bearer",
      expires_in: expiresIn,
      scope: (client.scopes ?? ["sp:scopes:all"]).join(" "),
      org: tenant,
      jti,
      ...(client.refreshable && { refresh_token: tokens.issueRefresh(client) }),
      ...(client.kind === "user" && toUser(client)),
    },
  };
};

function readForm({ url, headers, body }: Exchange): Map<string, string> | Answer {
  if (secretParameters.some((name) => url.searchParams.has(name))) {
    return refuse(400, "invalid_request", "Credentials belong in the body, never in the query.");
  }
  if (headers.has("authorization")) {
    return refuse(400, "invalid_request", "Credentials belong in the body, not in an Authorization header.");
  }
  const type = headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/x-www-form-urlencoded" || body === undefined) {
    return refuse(400, "invalid_request", "Send a form: application/x-www-form-urlencoded.");
  }
  const pairs = [...new URLSearchParams(body)];
  const form = new Map(pairs);
  return form.size === pairs.length ? form : refuse(400, "invalid_request", "A parameter is given twice.");
}

function toUser(client: SandboxClient): Record<string, string> {
  return { identity_id: `identity-of-${client.id}`, user_name: client.id };
}

function refuse(status: number, error: string, description: string): Answer {
  return { status, headers: noStore, json: { error, error_description: description } };
}
