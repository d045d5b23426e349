/** A client id with its secret, and what its tokens may do. */
export interface SandboxClient {
  readonly id: string;
  readonly secret: string;
  /**
   * `application`: an API client of its own, which stands for nobody. `user`: a personal access token, which stands for
   * the user who made it.
   */
  readonly kind: "application" | "user";
  /** Scopes of its tokens. Default: `sp:scopes:all`, which holds every other. */
  readonly scopes?: readonly string[];
  /** Level of the user. Only for `user`. Default: `ORG_ADMIN`. */
  readonly userLevel?: string;
  /** Whether a refresh token goes with each access token. Default: false, as for client credentials of the service. */
  readonly refreshable?: boolean;
}
