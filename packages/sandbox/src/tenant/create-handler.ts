import { answerPreflight } from "../http/answer-preflight.ts";
import type { Cors } from "../http/cors.ts";
import type { Exchange } from "../http/exchange.ts";
import { readBody } from "../http/read-body.ts";
import { toResponse } from "../http/to-response.ts";
import { findOperation } from "../operations/find-operation.ts";
import type { Random } from "../random/random.ts";
import { answerExchange } from "./answer-exchange.ts";
import { answerWithFault } from "./answer-with-fault.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import type { Tenant } from "./tenant.ts";
import type { TenantState } from "./tenant-state.ts";

/** What a handler needs beside the state of its tenant. */
export interface HandlerOptions {
  readonly tenant: Tenant;
  readonly state: TenantState;
  /** Where requests are recorded, and how many of them at most. */
  readonly requests: RecordedRequest[];
  readonly recordLimit: number;
  /** Starts the tasks that are due. */
  arrive(): void;
  readonly requestIds: Random;
  readonly cors: boolean | Cors;
}

/** The handler of a tenant: records a request, lets the fault plan have it, and answers it. */
export function createHandler(options: HandlerOptions): (request: Request) => Promise<Response> {
  const { tenant, state, cors } = options;
  let count = 0;

  return async (request) => {
    const preflight = cors === false ? undefined : answerPreflight(request);
    if (preflight !== undefined) return preflight;
    const exchange = await toExchange(request, options.requestIds.id());
    const recorded = record(exchange, ++count, state.clock.now());
    if (options.requests.push(recorded) > options.recordLimit) options.requests.shift();
    options.arrive();
    const fault = tenant.faults.take(recorded);
    if (fault !== undefined) recorded.fault = fault;
    const answer = () => {
      recorded.reached = true;
      const given = answerExchange(exchange, state, fault ?? {});
      if (exchange.client !== undefined) recorded.clientId = exchange.client.id;
      return given;
    };
    const response = fault
      ? await answerWithFault(fault, exchange, tenant, answer)
      : toResponse(answer(), exchange, state.clock);
    recorded.status = response.status;
    if (cors !== false) allowPages(response.headers, cors === true ? {} : cors);
    return response;
  };
}

async function toExchange(request: Request, requestId: string): Promise<Exchange> {
  const { method, headers, signal } = request;
  const url = new URL(request.url);
  const { operation } = findOperation(method, url.pathname);
  return { method, url, headers, body: await readBody(request), signal, requestId, operation };
}

function record(
  { method, url, headers, body, operation, requestId }: Exchange,
  number: number,
  at: number,
): RecordedRequest {
  return {
    number,
    at,
    method,
    url: url.href,
    path: url.pathname,
    query: Object.fromEntries(url.searchParams),
    headers: Object.fromEntries(headers),
    body: body ?? "",
    operation,
    requestId,
    reached: false,
  };
}

function allowPages(headers: Headers, { expose = ["X-Total-Count", "Retry-After", "SLPT-Request-ID"] }: Cors): void {
  headers.set("access-control-allow-origin", "*");
  if (expose.length > 0) headers.set("access-control-expose-headers", expose.join(", "));
}
