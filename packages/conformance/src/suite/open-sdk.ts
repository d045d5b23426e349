import type { BetaSdk, BetaSdkOptions, ClientCredentials } from "@sailkit/beta-sdk";
import { user } from "./credentials.ts";
import type { World } from "./world.ts";

/** An sdk for the case's tenant. */
export function openSdk(
  { sdk, origin, page }: World,
  options: Partial<BetaSdkOptions> = {},
  credentials: ClientCredentials = user,
): BetaSdk {
  const auth = { ...credentials, ...(page && { dangerouslyAllowBrowser: true }) };
  // The runtime is to see its waits through, whatever else it has to do.
  return new sdk.BetaSdk({ baseUrl: `${origin}/beta`, auth, holdProcess: true, ...options });
}
