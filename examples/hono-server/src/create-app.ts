import { type BetaSdk, isApiError, isNotFoundError, isRateLimitError, isSdkError } from "@sailkit/beta-sdk";
import { Hono } from "hono";

/**
 * A web service over tasks.
 * @param sdk one for all requests: they share its token and its rate limit
 */
export function createApp(sdk: BetaSdk): Hono {
  const app = new Hono();

  // `c.req.raw.signal`: when the caller goes away, nothing is asked of the API any more.
  app.get("/tasks/failed", async (c) => {
    const page = await sdk.tasks
      .list({
        filters: { completionStatus: { in: ["ERROR", "TEMPERROR"] } },
        sorters: ["-created"],
        limit: 10,
        offset: Number(c.req.query("offset") ?? 0),
        signal: c.req.raw.signal,
      })
      .page();
    return c.json({ tasks: page.items, total: page.total, next: `/tasks/failed?offset=${page.nextOffset}` });
  });

  app.get("/tasks/:id", async (c) => c.json(await sdk.tasks.get(c.req.param("id"), { signal: c.req.raw.signal })));

  app.onError((error, c) => {
    if (isNotFoundError(error)) return c.json({ error: "There is no such task." }, 404);
    if (isRateLimitError(error)) {
      c.header("Retry-After", String(Math.ceil((error.retryAfterMs ?? 1_000) / 1_000)));
      return c.json({ error: "The API is busy." }, 503);
    }
    // Messages of the sdk hold no secrets, and the id is what support asks for.
    if (isApiError(error)) return c.json({ error: error.message, trackingId: error.trackingId }, 502);
    if (isSdkError(error)) return c.json({ error: error.message }, 502);
    throw error;
  });

  return app;
}
