import { inspect } from "node:util";
import { createRandom, createTenant, type Fault, type Random, sandboxClients } from "@sailkit/sandbox";
import { expect } from "vitest";
import { BetaSdk } from "../../src/beta-sdk.ts";
import { SdkError } from "../../src/errors/sdk-error.ts";
import { ManualClock } from "../support/manual-clock.ts";
import { tenantClock } from "../support/tenant-clock.ts";

const { id: clientId, secret: clientSecret } = sandboxClients.user;

/**
 * Lists and patches through a handful of random faults, and checks what must hold whatever happens: a list is whole or
 * an error, no patch is carried out twice, nothing is sent earlier than the server allows, and no secret is shown.
 */
export async function faultRun(seed: number): Promise<void> {
  const random = createRandom(seed);
  const clock = new ManualClock();
  const faults = Array.from({ length: random.integer(0, 6) }, () => randomFault(random));
  const tenant = createTenant({
    seed,
    tasks: random.integer(0, 120),
    pending: 4,
    clock: tenantClock(clock),
    rateLimit: random.pick([false, { requests: 20, window: 10_000 }]),
    pastEnd: random.pick(["empty", "error"]),
    faults,
  });
  const shown: unknown[] = [];
  const show = (...parts: unknown[]) => void shown.push(parts);
  const sdk = new BetaSdk({
    tenant: "sandbox",
    auth: { clientId, clientSecret },
    fetch: (request) => tenant.fetch(request),
    clock,
    random: () => random.next(),
    attemptTimeout: 5_000,
    logger: { debug: show, info: show, warn: show, error: show },
    logLevel: "debug",
  });

  const before = tenant.tasks.completed().map(({ id }) => id);
  const list = sdk.tasks.list({ limit: random.integer(2, 60), readAhead: random.integer(0, 3) }).toArray();
  const listed = await clock.settle(outcome(list));
  const patched: [string, Outcome][] = [];
  for (const { id } of tenant.tasks.pending())
    patched.push([id, await clock.settle(outcome(sdk.tasks.complete(id, "ERROR")))]);

  const explain = inspect(
    { seed, faults, listed: listed.error, patched: patched.map(([id, { error }]) => [id, error]) },
    { depth: 4 },
  );
  if (listed.error === undefined) {
    const got = (listed.value as { id: string }[]).map(({ id }) => id);
    expect(new Set(got).size, explain).toBe(got.length);
    // Pending tasks that end meanwhile may come as well.
    expect(
      got.filter((id) => before.includes(id)),
      explain,
    ).toEqual(before);
  } else expect(listed.error, explain).toBeInstanceOf(SdkError);

  for (const [id, { error }] of patched) {
    const done = tenant.requests.filter(
      ({ method, path, reached, status }) =>
        method === "PATCH" && path.endsWith(id) && reached && status !== 429 && status !== 401,
    );
    expect(done.length, explain).toBeLessThanOrEqual(1);
    if (error === undefined) expect(done.length, explain).toBe(1);
    else expect(error, explain).toBeInstanceOf(SdkError);
    // Done without an answer must not be told as not done.
    const refused = [
      "BadRequestError",
      "PermissionError",
      "NotFoundError",
      "RateLimitError",
      "ConnectionError",
      "TimeoutError",
    ];
    if (done.length === 1) expect(refused, explain).not.toContain((error as Error | undefined)?.name);
  }

  const api = tenant.requests.filter(({ operation }) => operation !== "createToken");
  for (const [at, request] of api.entries()) {
    const wait = Number(request.fault?.headers?.["retry-after"] ?? 0) * 1_000;
    const next = api.slice(at + 1).find(({ url }) => url === request.url);
    if (request.status === 429 && next) expect(next.at - request.at, explain).toBeGreaterThanOrEqual(wait);
  }

  const text = inspect([shown, listed.error, patched.map(([, { error }]) => error)], {
    depth: 9,
    maxStringLength: null,
  });
  const tokens = tenant.requests.flatMap(({ headers }) => headers.authorization?.slice(7) ?? []);
  for (const secret of new Set([clientSecret, ...tokens]))
    expect(text.includes(secret), `${secret} in ${explain}`).toBe(false);
  expect(tenant.strays).toEqual([]);
}

interface Outcome {
  readonly value?: unknown;
  readonly error?: unknown;
}

const outcome = (promise: Promise<unknown>): Promise<Outcome> =>
  promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );

function randomFault(random: Random): Fault {
  const fault = random.pick<Fault>([
    { status: 429, headers: { "retry-after": String(random.integer(1, 20)) } },
    { status: 429 },
    { status: random.pick([401, 403, 404, 400]) },
    { status: random.pick([500, 502, 503, 504]), after: random.pick([true, false]) },
    { connection: "reset", after: random.pick([true, false]) },
    { connection: random.pick(["refused", "unknown-host", "connect-timeout"]) },
    { truncate: random.integer(0, 200) },
    { delay: random.integer(100, 8_000) },
    { hang: true },
    { drip: { bytes: 50, every: 100 } },
    { redirect: "https://evil.example/" },
    { body: "<html>", headers: { "content-type": "text/html" }, after: random.pick([true, false]) },
    { body: "" },
    { shortPage: random.integer(1, 9) },
    { total: random.pick([null, "abc", 3]) },
  ]);
  const operation = random.pick(["getTaskStatusList", "getTaskStatusList", "updateTaskStatus", "createToken"] as const);
  return { ...fault, on: { operation, nth: random.integer(1, 6) } };
}
