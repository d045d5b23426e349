import type { RequestListener } from "node:http";
import Provider from "oidc-provider";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { BetaSdk } from "../../src/beta-sdk.ts";
import { caught } from "../support/caught.ts";
import { type Listening, listen } from "../support/listen.ts";
import { task } from "../support/task.ts";

const secret = "s3cret/with+odd&characters=%";
let server: Listening;
let issued = 0;
let api: RequestListener = () => {};

// An independent OAuth server in front of a small API that asks it whether tokens are good.
beforeAll(async () => {
  let oidc: RequestListener = () => {};
  let provider: Provider;
  server = await listen(async (request, response) => {
    const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1];
    if (!request.url?.startsWith("/beta/")) return oidc(request, response);
    const known = token && (await provider.ClientCredentials.find(token));
    if (known) return api(request, response);
    response.writeHead(401, { "content-type": "application/json" }).end('{"error":"JWT validation failed"}');
  });
  provider = new Provider(server.url, {
    clients: [
      {
        client_id: "client",
        client_secret: secret,
        grant_types: ["client_credentials"],
        redirect_uris: [],
        response_types: [],
        token_endpoint_auth_method: "client_secret_post",
      },
    ],
    features: {
      clientCredentials: { enabled: true },
      devInteractions: { enabled: false },
      revocation: { enabled: true },
    },
    routes: { token: "/oauth/token" },
    ttl: { ClientCredentials: () => 749 },
  });
  provider.on("client_credentials.saved", () => void issued++);
  oidc = provider.callback();
});

afterAll(() => server[Symbol.asyncDispose]());

const sdkWith = (clientSecret: string) =>
  new BetaSdk({ baseUrl: `${server.url}/beta`, auth: { clientId: "client", clientSecret } });

describe("against oidc-provider", () => {
  test("A01: credentials become one token, with which calls are let in", async () => {
    issued = 0;
    api = (_, response) =>
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(task("a")));
    const sdk = sdkWith(secret);
    const tasks = await Promise.all(Array.from({ length: 20 }, () => sdk.tasks.get("a")));
    expect(tasks).toEqual(Array.from({ length: 20 }, () => task("a")));
    expect(issued).toBe(1);
  });

  test("A04: a token that was withdrawn is replaced, and the call sent again", async () => {
    issued = 0;
    let last = "";
    api = (request, response) => {
      last = request.headers.authorization?.slice(7) ?? "";
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(task("a")));
    };
    const sdk = sdkWith(secret);
    await sdk.tasks.get("a");
    const before = last;
    const form = { token: last, client_id: "client", client_secret: secret };
    const revoked = await fetch(`${server.url}/token/revocation`, { method: "POST", body: new URLSearchParams(form) });
    expect(revoked.status).toBe(200);
    expect(await sdk.tasks.get("a")).toEqual(task("a"));
    expect([issued, last === before]).toEqual([2, false]);
  });

  test("A06: a wrong secret is told as it is, once, and not shown", async () => {
    issued = 0;
    const error = await caught(sdkWith("wrong/secret").tasks.get("a"));
    expect(error).toMatchObject({ name: "AuthenticationError", status: 401, operationId: "oauth/token" });
    expect((error as Error).message).toContain("invalid_client");
    expect((error as Error).message).not.toContain("wrong");
    expect(issued).toBe(0);
  });
});
