/** Credentials of the sandbox, which are no secrets. Stated here, lest the suite carry the sandbox into each runtime. */
export const user = { clientId: "sandbox-user", clientSecret: "user-secret-of-the-sandbox" };
export const application = { clientId: "sandbox-application", clientSecret: "application-secret-of-the-sandbox" };
