/** A token as a store keeps it. */
export interface StoredToken {
  /** The token, as it goes into the header `Authorization` behind `Bearer`. */
  readonly accessToken: string;
  /** End of its life, in milliseconds since 1970. */
  readonly expiresAt: number;
  /** Milliseconds it lasted when it was issued. */
  readonly lifetimeMs: number;
}

/**
 * Keeps tokens between processes: a file, a key-value store, a keychain. It holds secrets, so protect it like one.
 * What it throws is reported through the `token` hook and otherwise ignored: then the sdk gets a token of its own.
 */
export interface TokenStore {
  /** The token under the key, or undefined. */
  get(key: string): Promise<StoredToken | undefined> | StoredToken | undefined;
  /** Keeps a token in place of the one before. */
  set(key: string, token: StoredToken): Promise<void> | void;
}
