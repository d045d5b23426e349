import { sandboxClients } from "@sailkit/sandbox";

/** Gets an access token of the user whom every sandbox knows. `origin` has no slash at its end. */
export async function getToken(
  origin: string,
  send: (url: string, init: RequestInit) => Promise<Response>,
): Promise<string> {
  const { id, secret } = sandboxClients.user;
  const body = new URLSearchParams({ grant_type: "client_credentials", client_id: id, client_secret: secret });
  const response = await send(`${origin}/oauth/token`, { method: "POST", body });
  const { access_token: token } = (await response.json()) as { access_token: string };
  return token;
}
