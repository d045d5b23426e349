import type { Caller } from "@sailkit/beta-client";
import { user } from "./credentials.ts";
import type { World } from "./world.ts";

/** The functions that make what operations are called with. */
export type Maker = "createClient" | "createCaller";

/** What calls of the low-level client go through, with a token that it got by hand. */
export async function openClient({ client, origin }: World, make: Maker): Promise<Caller> {
  const { clientId, clientSecret } = user;
  const form = { grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret };
  const answer = await fetch(`${origin}/oauth/token`, { method: "POST", body: new URLSearchParams(form) });
  const { access_token } = (await answer.json()) as { access_token: string };
  return client[make]({ baseUrl: `${origin}/beta`, headers: { Authorization: `Bearer ${access_token}` } });
}
