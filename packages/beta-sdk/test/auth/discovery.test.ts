import { describe, expect, test } from "vitest";
import { caught } from "../support/caught.ts";
import { json, tokenAnswer } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { taskAnswer } from "../support/task-answer.ts";

describe("discovery", () => {
  test("a vanity domain is asked where its tokens come from, once", async () => {
    const auth = { clientId: "client", clientSecret: "very-secret", tokenUrl: "discover" };
    const { sdk, clock, server } = makeSdk(taskAnswer, { baseUrl: "https://identity.acme.example/beta", auth });
    server.token = ({ url, method }) =>
      url.pathname === "/oauth/info"
        ? json({ tokenEndpoint: "https://acme.api.identitynow.com/oauth/token" })
        : tokenAnswer(`${method}-${url.host}`, 40);
    await clock.settle(sdk.tasks.get("a"));
    await clock.advance(60_000);
    await clock.settle(sdk.tasks.get("a"));
    expect(server.tokenCalls.map(({ method, url }) => `${method} ${url.href}`)).toEqual([
      "GET https://identity.acme.example/oauth/info",
      "POST https://acme.api.identitynow.com/oauth/token",
      "POST https://acme.api.identitynow.com/oauth/token",
    ]);
    expect(server.tokenCalls[0]?.body).toBe("");
  });

  test.each([
    [{ tokenEndpoint: "http://evil.example/token" }, "must be an https URL"],
    [{}, "names no `tokenEndpoint`"],
    [null, "names no `tokenEndpoint`"],
  ])("an answer %j is refused", async (info, message) => {
    const auth = { clientId: "client", clientSecret: "very-secret", tokenUrl: "discover" };
    const { sdk, clock, server } = makeSdk(taskAnswer, { auth });
    server.token = () => json(info);
    expect(((await caught(clock.settle(sdk.tasks.get("a")))) as Error).message).toContain(message);
    expect(server.tokenCalls).toHaveLength(1);
  });
});
