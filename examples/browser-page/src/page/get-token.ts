import type { AccessToken } from "@sailkit/beta-sdk";

/** A token from the page's own server. The sdk keeps it, and asks again ahead of its end. */
export async function getToken({ signal }: { readonly signal: AbortSignal }): Promise<AccessToken> {
  const answer = await fetch("/token", { method: "POST", signal });
  if (!answer.ok) throw new Error(`The token endpoint of this page answers ${answer.status}.`);
  return (await answer.json()) as AccessToken;
}
