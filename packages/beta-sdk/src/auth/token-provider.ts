/** Where calls get their token from. */
export interface TokenProvider {
  /** A token to send now. */
  get(signal: AbortSignal): Promise<string>;
  /** Tells that the API refused this token. @returns whether `get` may give another one */
  reject(token: string): boolean;
}
