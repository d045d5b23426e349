import type { SandboxClient } from "./sandbox-client.ts";

/** The credentials that every tenant knows unless it is given others. They are no secrets. */
export const sandboxClients: { readonly application: SandboxClient; readonly user: SandboxClient } = {
  application: { id: "sandbox-application", secret: "application-secret-of-the-sandbox", kind: "application" },
  user: { id: "sandbox-user", secret: "user-secret-of-the-sandbox", kind: "user", userLevel: "ORG_ADMIN" },
};
