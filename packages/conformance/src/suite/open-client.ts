import type { Client } from "@sailkit/beta-client";
import { user } from "./credentials.ts";
import type { World } from "./world.ts";

/** The low-level client with a token that it got by hand. */
export async function openClient({ client, origin }: World): Promise<Client> {
  const { clientId, clientSecret } = user;
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const answer = await fetch(`${origin}/oauth/token`, { method: "POST", body: new URLSearchParams(form) });
  const { access_token } = (await answer.json()) as { access_token: string };
  return client.createClient({ baseUrl: `${origin}/beta`, headers: { Authorization: `Bearer ${access_token}` } });
}
