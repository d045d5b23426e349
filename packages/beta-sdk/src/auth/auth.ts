import type { TokenStore } from "./token-store.ts";

/** An API client or a personal access token, exchanged for access tokens at the token endpoint. */
export interface ClientCredentials {
  /** Id of the API client or of the personal access token. */
  readonly clientId: string;
  /** Its secret. It is sent to the token endpoint alone, and blanked out wherever the sdk writes text. */
  readonly clientSecret: string;
  /**
   * The token endpoint. `"discover"` asks `/oauth/info` of the API's server for it, which vanity domains need.
   * @default `/oauth/token` on the API's server
   * @example
   * new BetaSdk({ baseUrl: "https://identity.acme.example/beta", auth: { clientId, clientSecret, tokenUrl: "discover" } });
   */
  readonly tokenUrl?: string | undefined;
  /**
   * Keeps tokens beyond the life of the process.
   * @default none: they are kept in memory
   * @example
   * new BetaSdk({ tenant: "acme", auth: { clientId, clientSecret, store } });
   */
  readonly store?: TokenStore | undefined;
  /**
   * Whether to go on in a browser, where everyone who opens the page can read the secret.
   * @default false
   * @example
   * new BetaSdk({ tenant: "acme", auth: { clientId, clientSecret, dangerouslyAllowBrowser: true } });
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** A token from elsewhere. */
export interface AccessToken {
  /** The token, without `Bearer`. */
  readonly accessToken: string;
  /** Seconds it lasts from now. The source is asked again ahead of that. */
  readonly expiresIn: number;
}

/**
 * Gives tokens that something else obtains.
 *
 * A plain string is used for one attempt only: the source is asked every time, and caches as it likes. With
 * `expiresIn` the sdk keeps the token, and asks ahead of its end or after a 401.
 */
export type TokenSource = (context: {
  /** Aborted when nobody waits for the token any more. */
  readonly signal: AbortSignal;
  /** The token that the API has just refused; undefined otherwise. */
  readonly rejected?: string | undefined;
}) => Promise<string | AccessToken> | string | AccessToken;

/** How the sdk gets its tokens: credentials, a token as it is (never refreshed), or a source of tokens. */
export type Auth = ClientCredentials | string | TokenSource;
