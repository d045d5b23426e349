import { admit } from "../auth/admit.ts";
import type { CollectionTwist } from "../faults/collection-twist.ts";
import { acceptsJson } from "../http/accepts-json.ts";
import type { Answer } from "../http/answer.ts";
import { errorBody } from "../http/error-body.ts";
import type { Exchange } from "../http/exchange.ts";
import { Refusal } from "../http/refusal.ts";
import { findOperation } from "../operations/find-operation.ts";
import { operationFacts } from "../operations/operation-facts.ts";
import { operations } from "../operations/operations.ts";
import { unansweredOperation } from "../operations/unanswered-operation.ts";
import type { TenantState } from "./tenant-state.ts";

/**
 * What the tenant answers when nothing goes wrong on the way: the gateway first (token, rate limit), then the service
 * (route, rights, parameters).
 */
export function answerExchange(exchange: Exchange, state: TenantState, twist: CollectionTwist): Answer {
  try {
    return operate(exchange, state, twist);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return toAnswer(error, exchange);
  }
}

function operate(exchange: Exchange, state: TenantState, twist: CollectionTwist): Answer {
  const { method, url, headers, operation } = exchange;
  if (url.href.length > state.longestUrl) throw new Refusal(414, "The URL is too long.");
  const { methods, version } = findOperation(method, url.pathname);
  if (version !== "") passGateway(exchange, state, version);
  if (operation === undefined) {
    const other = version === "beta" ? unansweredOperation(method, url.pathname, Object.keys(operations)) : undefined;
    if (other !== undefined)
      throw new Refusal(501, `The sandbox does not answer ${other}. A fault can do so in its place.`);
    if (methods.length === 0) throw new Refusal(404, "Nothing is found under this URL.");
    throw new Refusal(405, "The method is not allowed here.", { headers: { allow: methods.join(", ") } });
  }
  if (operation !== "createToken" && operation !== "getOauthInfo" && exchange.client !== undefined) {
    admit(exchange.client, operationFacts(operation));
  }
  if (method !== "HEAD" && !acceptsJson(headers.get("accept"))) {
    throw new Refusal(406, "Only application/json can be answered.");
  }
  return operations[operation](exchange, state, twist);
}

function passGateway(exchange: Exchange, { tokens, clock, limiter }: TenantState, version: string): void {
  const now = clock.now();
  const client = tokens.verify(exchange.headers.get("authorization"), now);
  if (typeof client === "string") throw new Refusal(401, client, { headers: { "www-authenticate": "Bearer" } });
  exchange.client = client;
  const wait = limiter?.admit(`${client.id} ${version}`, now) ?? 0;
  if (wait > 0) {
    throw new Refusal(429, "Rate limit exceeded", { headers: { "retry-after": String(Math.ceil(wait / 1000)) } });
  }
}

function toAnswer({ status, message, causes, headers }: Refusal, { operation, requestId }: Exchange): Answer {
  // The spec promises no body for these two of getTaskStatus.
  if (operation === "getTaskStatus" && (status === 403 || status === 404)) return { status, headers };
  return { status, headers, json: errorBody(status, requestId, message, causes) };
}
