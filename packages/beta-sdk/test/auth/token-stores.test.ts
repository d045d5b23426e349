import { describe, expect, test } from "vitest";
import type { StoredToken } from "../../src/auth/token-store.ts";
import { bearer } from "../support/bearer.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";
import { taskAnswer } from "../support/task-answer.ts";

describe("stores", () => {
  const store = (tokens: Map<string, StoredToken>) => ({
    get: async (key: string) => tokens.get(key),
    set: async (key: string, token: StoredToken) => void tokens.set(key, token),
  });

  test("a token is kept per client id and host, and used by the next process", async () => {
    const tokens = new Map<string, StoredToken>();
    const auth = { clientId: "client", clientSecret: "very-secret", store: store(tokens) };
    const first = makeSdk(taskAnswer, { auth });
    await first.clock.settle(first.sdk.tasks.get("a"));
    expect([...tokens]).toEqual([
      [
        "client@acme.api.identitynow.com",
        { accessToken: "token-1", expiresAt: first.clock.date() + 749_000, lifetimeMs: 749_000 },
      ],
    ]);
    const outcomes: string[] = [];
    const second = makeSdk(taskAnswer, { auth, hooks: { token: ({ outcome }) => outcomes.push(outcome) } });
    await second.clock.settle(second.sdk.tasks.get("a"));
    expect([second.server.tokenCalls.length, bearer(second.server.calls), outcomes]).toEqual([
      0,
      ["Bearer token-1"],
      ["stored"],
    ]);
  });

  test("a token that has had its time, or that the API refused, is not used", async () => {
    const tokens = new Map<string, StoredToken>([
      [
        "client@acme.api.identitynow.com",
        { accessToken: "stored", expiresAt: Date.UTC(2026, 0, 1) + 749_000, lifetimeMs: 749_000 },
      ],
    ]);
    const auth = { clientId: "client", clientSecret: "very-secret", store: store(tokens) };
    const { sdk, clock, server } = makeSdk(
      ({ headers }) => (headers.get("authorization") === "Bearer stored" ? json({}, { status: 401 }) : taskAnswer()),
      { auth },
    );
    await clock.settle(sdk.tasks.get("a"));
    expect(bearer(server.calls)).toEqual(["Bearer stored", "Bearer token-1"]);
    tokens.set("client@acme.api.identitynow.com", {
      accessToken: "old",
      expiresAt: clock.date() - 1,
      lifetimeMs: 749_000,
    });
    const next = makeSdk(taskAnswer, { auth });
    await next.clock.settle(next.sdk.tasks.get("a"));
    expect(bearer(next.server.calls)).toEqual(["Bearer token-1"]);
  });

  test("a store that fails costs a token request, not the call", async () => {
    const events: unknown[] = [];
    const fail = () => Promise.reject(new Error("disk full"));
    const auth = { clientId: "client", clientSecret: "very-secret", store: { get: fail, set: fail } };
    const { sdk, clock, server } = makeSdk(taskAnswer, {
      auth,
      hooks: { token: ({ outcome }) => events.push(outcome) },
    });
    expect(await clock.settle(sdk.tasks.get("a"))).toEqual(task("a"));
    expect(server.tokenCalls).toHaveLength(1);
    expect(events).toEqual(["failed", "failed", "obtained"]);
  });
});
