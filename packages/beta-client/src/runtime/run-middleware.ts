import type { Middleware } from "./fetch-client.ts";

/** What a middleware is told beside the request; serializers have done their work and are left out. */
export interface MiddlewareContext {
  /** The path template: `/task-status/{id}`. */
  readonly schemaPath: string;
  /** The parameters as the caller gave them. */
  readonly params: object;
  /** The base URL that this call goes to. */
  readonly options: { readonly baseUrl: string };
  /** The same for all that is told of one sending. */
  readonly id: string;
}

type Told<Hook extends keyof Middleware> = Parameters<NonNullable<Middleware[Hook]>>[0];

/**
 * Sends a request through middleware, which may replace it, its answer and its error: each in turn on the way out, in
 * reverse on the way back, as openapi-fetch does.
 * @throws what `send` throws, or what a middleware made of it
 */
export async function runMiddleware(
  middleware: readonly Middleware[],
  given: Request,
  context: MiddlewareContext,
  send: (request: Request) => Promise<Response>,
): Promise<Response> {
  let request = given;
  for (const one of middleware) {
    const result = await one.onRequest?.({ ...context, request } as Told<"onRequest">);
    if (result instanceof Response) return result;
    request = result ?? request;
  }
  const back = [...middleware].reverse();
  let response = await send(request).catch(async (error: unknown) => {
    let failure = error;
    for (const one of back) {
      const result = await one.onError?.({ ...context, request, error: failure } as Told<"onError">);
      if (result instanceof Response) return result;
      failure = result ?? failure;
    }
    throw failure;
  });
  for (const one of back)
    response = (await one.onResponse?.({ ...context, request, response } as Told<"onResponse">)) ?? response;
  return response;
}
