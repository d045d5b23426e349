import { BetaSdk } from "@sailkit/beta-sdk";
import { HttpResponse, http } from "msw";
import { setupServer } from "msw/node";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { reportFailed } from "../src/report-failed.ts";
import { task } from "./task.ts";

// Mock Service Worker stands in for the network, so that code which makes its own sdk needs no change. It takes the token
// endpoint along; what no handler knows is an error, and reaches no real tenant.
const origin = "https://acme.api.identitynow.com";
const issueToken = http.post(`${origin}/oauth/token`, async ({ request }) => {
  const form = new URLSearchParams(await request.text());
  if (form.get("client_secret") !== "secret") return HttpResponse.json({ error: "invalid_client" }, { status: 401 });
  return HttpResponse.json({ access_token: "a-token", token_type: "bearer", expires_in: 749 });
});
const server = setupServer(issueToken);

beforeAll(() => server.listen({ onUnhandledFrame: "error" }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const openSdk = () =>
  new BetaSdk({ tenant: "acme", auth: { clientId: "id", clientSecret: "secret" }, random: () => 0 });

test("failed tasks are counted by type, with a token from the token endpoint", async () => {
  server.use(
    http.get(`${origin}/beta/task-status`, ({ request }) => {
      if (request.headers.get("authorization") !== "Bearer a-token") return HttpResponse.json({}, { status: 401 });
      return HttpResponse.json([task(), task({ type: "CLOUD" })], { headers: { "X-Total-Count": "2" } });
    }),
  );
  expect(await reportFailed(openSdk())).toBe("QUARTZ: 1\nCLOUD: 1");
});

test("a rate limit that is met once costs no more than a wait", async () => {
  const statuses: number[] = [];
  server.use(
    http.get(`${origin}/beta/task-status`, () => {
      statuses.push(statuses.length === 0 ? 429 : 200);
      if (statuses.length > 1) return HttpResponse.json([]);
      return HttpResponse.json({}, { status: 429, headers: { "Retry-After": "0" } });
    }),
  );
  expect(await reportFailed(openSdk())).toBe("No task failed.");
  expect(statuses).toEqual([429, 200]);
});

test("a request that no handler knows reaches nobody", async () => {
  const complain = vi.spyOn(console, "error").mockImplementation(() => {});
  const sdk = new BetaSdk({ tenant: "other", auth: "a-token", retry: false });
  await expect(reportFailed(sdk)).rejects.toMatchObject({ name: "ConnectionError" });
  expect(complain).toHaveBeenCalledOnce();
  complain.mockRestore();
});
