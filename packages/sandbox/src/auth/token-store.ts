import type { Random } from "../random/random.ts";
import type { SandboxClient } from "./sandbox-client.ts";

/** Why a token is turned down, in the words of a 401 answer. */
export type TokenFault = "JWT is missing" | "JWT is malformed" | "JWT is expired" | "JWT is revoked" | "JWT is unknown";

interface Grant {
  readonly client: SandboxClient;
  /** Milliseconds since the epoch. */
  readonly expires: number;
  revoked: boolean;
}

// Far more than a test has alive at a time; beyond it, dead ones are forgotten.
const manyGrants = 2_000;

/** The access and refresh tokens a tenant has handed out. They look like JWTs and mean nothing outside. */
export class TokenStore {
  readonly #random: Random;
  readonly #access = new Map<string, Grant>();
  readonly #refresh = new Map<string, SandboxClient>();

  constructor(random: Random) {
    this.#random = random;
  }

  /** A new access token of `client`, valid for `lifetime` seconds from `now` (milliseconds since the epoch). */
  issue(client: SandboxClient, now: number, lifetime: number): { token: string; jti: string } {
    const jti = this.#random.id();
    const expires = now + lifetime * 1000;
    const payload = { client_id: client.id, jti, iat: Math.floor(now / 1000), exp: Math.floor(expires / 1000) };
    const token = [{ alg: "HS256", typ: "JWT" }, payload].map((part) => encode(JSON.stringify(part))).join(".");
    const signed = `${token}.${encode(this.#random.id())}`;
    if (this.#access.size >= manyGrants) this.#forget(now);
    this.#access.set(signed, { client, expires, revoked: false });
    return { token: signed, jti };
  }

  /** A new refresh token of `client`. It serves once. */
  issueRefresh(client: SandboxClient): string {
    const token = encode(this.#random.id() + this.#random.id());
    this.#refresh.set(token, client);
    return token;
  }

  /** Takes a refresh token of `client` back. Returns whether it was one. */
  redeemRefresh(token: string, client: SandboxClient): boolean {
    return this.#refresh.get(token) === client && this.#refresh.delete(token);
  }

  /** The client that an `Authorization` header stands for, or why it stands for none. */
  verify(authorization: string | null, now: number): SandboxClient | TokenFault {
    if (authorization === null) return "JWT is missing";
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    if (token === undefined) return "JWT is malformed";
    const grant = this.#access.get(token);
    if (grant === undefined) return "JWT is unknown";
    if (grant.revoked) return "JWT is revoked";
    return now < grant.expires ? grant.client : "JWT is expired";
  }

  /** Makes the access tokens of a client invalid, or all of them. Returns how many were valid at `now` before. */
  revoke(now: number, clientId?: string): number {
    let count = 0;
    for (const grant of this.#access.values()) {
      if (clientId !== undefined && grant.client.id !== clientId) continue;
      if (!grant.revoked && now < grant.expires) count++;
      grant.revoked = true;
    }
    return count;
  }

  #forget(now: number): void {
    for (const [token, grant] of this.#access) if (grant.revoked || grant.expires <= now) this.#access.delete(token);
  }
}

function encode(text: string): string {
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
