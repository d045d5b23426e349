import { describe, expect, test } from "vitest";
import { sandboxClients } from "../../src/auth/sandbox-clients.ts";
import { createClock } from "../../src/clock/create-clock.ts";
import { createTenant } from "../../src/tenant/create-tenant.ts";
import { requestToken, start, startSession } from "../start-session.ts";

const { application, user } = sandboxClients;
const credentials = { grant_type: "client_credentials", client_id: user.id, client_secret: user.secret };
const url = "https://acme.test/oauth/token";

const createQuiet = (options = {}) => createTenant({ clock: createClock({ start, speed: 0 }), tasks: 1, ...options });

async function post(parameters: Record<string, string>, { tenant = createQuiet(), query = "", headers = {} } = {}) {
  const body = new URLSearchParams(parameters);
  const response = await tenant.fetch(url + query, { method: "POST", body, headers });
  return { status: response.status, json: (await response.json()) as Record<string, unknown>, response };
}

test("client credentials in the form give a bearer token for 749 s, which nobody may store", async () => {
  const { status, json, response } = await post(credentials, { tenant: createQuiet({ tenant: "acme" }) });
  expect(status).toBe(200);
  expect(json).toEqual({
    access_token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    token_type: "bearer",
    expires_in: 749,
    scope: "sp:scopes:all",
    org: "acme",
    jti: expect.stringMatching(/^[0-9a-f]{32}$/),
    identity_id: "identity-of-sandbox-user",
    user_name: "sandbox-user",
  });
  expect(response.headers.get("cache-control")).toBe("no-store");
});

test("the token of an application names no user", async () => {
  const { json } = await post({ ...credentials, client_id: application.id, client_secret: application.secret });
  expect(json).not.toHaveProperty("identity_id");
  expect(json).not.toHaveProperty("refresh_token");
});

describe("what is refused", () => {
  const secretInQuery = `?client_id=${user.id}&client_secret=${user.secret}&grant_type=client_credentials`;
  test.each([
    ["credentials in the query", {}, { query: secretInQuery }, 400, "invalid_request"],
    ["a secret in the query beside the form", credentials, { query: "?client_secret=x" }, 400, "invalid_request"],
    ["credentials in a header", credentials, { headers: { authorization: "Basic eDp5" } }, 400, "invalid_request"],
    ["another media type", credentials, { headers: { "content-type": "application/json" } }, 400, "invalid_request"],
    ["no credentials", { grant_type: "client_credentials" }, {}, 401, "invalid_client"],
    ["another secret", { ...credentials, client_secret: "x" }, {}, 401, "invalid_client"],
    ["an unknown client", { ...credentials, client_id: "x" }, {}, 401, "invalid_client"],
    ["no grant type", { ...credentials, grant_type: "" }, {}, 400, "unsupported_grant_type"],
    ["another grant type", { ...credentials, grant_type: "password" }, {}, 400, "unsupported_grant_type"],
    ["an unknown refresh token", { ...credentials, grant_type: "refresh_token" }, {}, 400, "invalid_grant"],
  ])("%s", async (_, parameters, how, status, error) => {
    const answer = await post(parameters, how);
    expect([answer.status, answer.json.error]).toEqual([status, error]);
  });

  test("a parameter that comes twice", async () => {
    const body = `grant_type=client_credentials&client_id=${user.id}&client_id=x&client_secret=${user.secret}`;
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const response = await createQuiet().fetch(url, { method: "POST", body, headers });
    expect([response.status, await response.json()]).toEqual([
      400,
      { error: "invalid_request", error_description: "A parameter is given twice." },
    ]);
  });

  test("any other method", async () => {
    const response = await createQuiet().fetch(url);
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

test("a refresh token serves once, and only the client that has it", async () => {
  const tenant = createQuiet({ clients: [{ ...user, refreshable: true }, application] });
  const first = await post(credentials, { tenant });
  const refresh = { ...credentials, grant_type: "refresh_token", refresh_token: String(first.json.refresh_token) };
  const stolen = await post({ ...refresh, client_id: application.id, client_secret: application.secret }, { tenant });
  expect([stolen.status, stolen.json.error]).toEqual([400, "invalid_grant"]);
  const second = await post(refresh, { tenant });
  expect(second.status).toBe(200);
  expect(second.json.refresh_token).not.toBe(first.json.refresh_token);
  expect((await post(refresh, { tenant })).json.error).toBe("invalid_grant");
});

describe("a token", () => {
  const refusal = (text: string) => ({ error: `JWT validation failed: ${text}` });

  test("is expired after its time, and not a millisecond before", async () => {
    const { tenant, call } = await startSession();
    await tenant.advance(748_999);
    expect((await call("/task-status?limit=1")).status).toBe(200);
    await tenant.advance(1);
    const response = await call("/task-status?limit=1");
    expect([response.status, await response.json()]).toEqual([401, refusal("JWT is expired")]);
    expect(response.headers.get("www-authenticate")).toBe("Bearer");
  });

  test("is invalid once revoked; others are not", async () => {
    const { tenant, call } = await startSession();
    const other = await requestToken(tenant.fetch, "https://acme.test", application);
    expect(tenant.revokeTokens(user.id)).toBe(1);
    expect(await (await call("/task-status")).json()).toEqual(refusal("JWT is revoked"));
    expect((await call("/task-status", { headers: { authorization: `Bearer ${other}` } })).status).toBe(200);
    expect(tenant.revokeTokens()).toBe(1);
  });

  test.each([
    ["Bearer a.b.c", "JWT is unknown"],
    ["Bearer nonsense", "JWT is malformed"],
    ["Basic eDp5", "JWT is malformed"],
    ["", "JWT is malformed"],
  ])('"%s" is turned down: %s', async (authorization, text) => {
    const { call } = await startSession();
    const response = await call("/task-status", { headers: { authorization } });
    expect([response.status, await response.json()]).toEqual([401, refusal(text)]);
  });

  test("is missed where there is none, before anything else is looked at", async () => {
    const { tenant } = await startSession();
    for (const path of ["/beta/task-status?limit=many", "/beta/nothing", "/v3/accounts"]) {
      const response = await tenant.fetch(`https://acme.test${path}`);
      expect([response.status, await response.json()]).toEqual([401, refusal("JWT is missing")]);
    }
  });
});

test("/oauth/info names the endpoints, of another origin where the tenant has a vanity domain", async () => {
  const info = async (options = {}) => (await createQuiet(options).fetch("https://id.acme.test/oauth/info")).json();
  expect(await info()).toEqual({
    org: "sandbox",
    authorizeEndpoint: "https://id.acme.test/oauth/authorize",
    tokenEndpoint: "https://id.acme.test/oauth/token",
  });
  expect(await info({ tokenOrigin: "https://acme.api.test" })).toMatchObject({
    tokenEndpoint: "https://acme.api.test/oauth/token",
  });
});
