import { ANSWERS, HEADERS } from "./answers.ts";

/** A `fetch` that answers at once, so that what is left to measure is the client. */
export function stubFetch(): { readonly fetch: typeof fetch; count(): number } {
  let calls = 0;
  const stub = async (input: Request | URL | string) => {
    const url = typeof input === "string" ? input : input instanceof URL ? input.href : input.url;
    const task = url.includes("/task-status/");
    if (task) calls++;
    return new Response(task ? ANSWERS.task : ANSWERS.token, { status: 200, headers: HEADERS });
  };
  return { fetch: stub, count: () => calls };
}
