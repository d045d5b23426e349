import * as client from "@sailkit/beta-client";
import type { CallInit } from "./build-init.ts";
import type { Caller, ExplorerTarget } from "./explorer-target.ts";

/** What came of a call. */
export interface Answer {
  /** Method and URL as they went out; undefined where nothing did. */
  readonly sent: string | undefined;
  readonly status: number | undefined;
  /** Names in lower case. */
  readonly headers: readonly (readonly [string, string])[];
  /** What the function answered, or what it threw. */
  readonly outcome: "data" | "error" | "thrown";
  readonly body: string;
  readonly ms: number;
}

type Call = (client: client.Client, init: CallInit) => Promise<client.Result<unknown, unknown>>;

/** Calls the function of an operation, as a program would. Never rejects. */
export async function sendCall(
  name: string,
  init: CallInit,
  { target, caller }: { readonly target: ExplorerTarget; readonly caller: Caller },
): Promise<Answer> {
  let sent: string | undefined;
  let seen: Response | undefined;
  const start = performance.now();
  const done = (outcome: Answer["outcome"], value: unknown): Answer => ({
    sent,
    status: seen?.status,
    headers: seen ? [...seen.headers] : [],
    outcome,
    body: typeof value === "string" ? value : (JSON.stringify(value, null, 2) ?? "(no body)"),
    ms: performance.now() - start,
  });
  try {
    const api = client.createClient({
      baseUrl: target.baseUrl,
      headers: { Authorization: `Bearer ${await target.token(caller)}` },
      fetch: async (request: Request) => {
        sent = `${request.method} ${decodeURIComponent(request.url)}`;
        seen = await target.send(request);
        return seen;
      },
    });
    // Which function it is, is known at run time alone: their parameters have no type in common.
    const call = (client as unknown as Record<string, Call>)[name];
    if (!call) throw new Error(`The client has no function ${name}.`);
    const { data, error } = await call(api, init);
    return error === undefined ? done("data", data) : done("error", error);
  } catch (error) {
    return done("thrown", error instanceof Error ? `${error.name}: ${error.message}` : String(error));
  }
}
