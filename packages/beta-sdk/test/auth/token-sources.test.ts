import { describe, expect, test } from "vitest";
import { AuthenticationError } from "../../src/errors/authentication-error.ts";
import { bearer } from "../support/bearer.ts";
import { caught } from "../support/caught.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { taskAnswer } from "../support/task-answer.ts";

describe("token sources", () => {
  test("a function that gives plain tokens is asked for every attempt, once for parallel ones", async () => {
    let asked = 0;
    const { sdk, clock, server } = makeSdk(taskAnswer, { auth: async () => `mine-${++asked}` });
    await clock.settle(Promise.all([sdk.tasks.get("a"), sdk.tasks.get("b")]));
    await clock.settle(sdk.tasks.get("c"));
    expect(bearer(server.calls)).toEqual(["Bearer mine-1", "Bearer mine-1", "Bearer mine-2"]);
  });

  test("a function that says how long its token lasts is asked ahead of its end, and after a 401", async () => {
    const rejected: unknown[] = [];
    const { sdk, clock, server } = makeSdk((_, number) => (number === 2 ? json({}, { status: 401 }) : taskAnswer()), {
      auth: (context) => {
        rejected.push(context.rejected);
        return { accessToken: `mine-${rejected.length}`, expiresIn: 3_600 };
      },
    });
    await clock.settle(sdk.tasks.get("a"));
    await clock.settle(sdk.tasks.get("a"));
    expect(bearer(server.calls)).toEqual(["Bearer mine-1", "Bearer mine-1", "Bearer mine-2"]);
    expect(rejected).toEqual([undefined, "mine-1"]);
  });

  test.each([
    ["throws", () => Promise.reject(new Error("vault sealed")), "The token source failed: vault sealed"],
    ["gives nothing", async () => "", "The token source gave what has no usable `access_token`"],
  ])("a function that %s fails the call with a typed error", async (_, auth, message) => {
    const { sdk, clock, server } = makeSdk(taskAnswer, { auth });
    const error = await caught(clock.settle(sdk.tasks.get("a")));
    expect(error).toBeInstanceOf(AuthenticationError);
    expect((error as Error).message).toContain(message);
    expect(server.calls).toHaveLength(0);
  });
});

test("a function that gives up when nobody waits any more is heard by nobody", async () => {
  const { sdk, clock } = makeSdk(taskAnswer, {
    auth: ({ signal }) =>
      new Promise((_, reject) => signal.addEventListener("abort", () => reject(new Error("stopped")))),
  });
  const controller = new AbortController();
  const call = caught(sdk.tasks.get("a", { signal: controller.signal }));
  await clock.advance(10);
  controller.abort("enough");
  expect(await call).toBe("enough");
});

test("a function that throws what is no error fails the call as well", async () => {
  const { sdk, clock } = makeSdk(taskAnswer, { auth: () => Promise.reject("sealed") });
  expect(((await caught(clock.settle(sdk.tasks.get("a")))) as Error).message).toContain(
    "The token source failed: sealed",
  );
});
