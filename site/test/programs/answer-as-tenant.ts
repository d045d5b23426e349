import { sandboxClients } from "@sailkit/sandbox";
import { createDocsTenant } from "./create-docs-tenant.ts";
import { getToken } from "./get-token.ts";

/**
 * To be loaded before a program of a README or a guide: a tenant answers whatever host the program calls, and takes any
 * credentials. Ports of this machine are left alone, since some programs start servers of their own.
 */
const real = globalThis.fetch;
const { user } = sandboxClients;
const tenant = createDocsTenant({ clients: [user, { ...user, id: "documented-client", secret: "documented-secret" }] });
const token = await getToken("https://tenant.example", (url, init) => tenant.fetch(url, init));

globalThis.fetch = async (input, init) => {
  const request = new Request(input, init);
  const { hostname, port, pathname } = new URL(request.url);
  if (/^(?:127\.0\.0\.1|localhost|\[::1\])$/.test(hostname) && port !== "4010") return real(request);
  if (!pathname.startsWith("/oauth/")) request.headers.set("authorization", `Bearer ${token}`);
  return tenant.fetch(request);
};

Object.assign(process.env, {
  API_TOKEN: token,
  SAIL_BASE_URL: "https://acme.api.identitynow.com",
  SAIL_CLIENT_ID: "documented-client",
  SAIL_CLIENT_SECRET: "documented-secret",
});
