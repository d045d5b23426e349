import type { SandboxClient } from "../auth/sandbox-client.ts";
import type { TokenStore } from "../auth/token-store.ts";
import type { Clock } from "../clock/clock.ts";
import type { RateLimiter } from "../limits/rate-limiter.ts";
import type { CollectionSupport } from "../operations/collection-support.ts";
import type { TaskStore } from "../tasks/task-store.ts";

/** What the operations of a tenant work on. */
export interface TenantState {
  readonly tenant: string;
  readonly clock: Clock;
  readonly tasks: TaskStore;
  readonly clients: readonly SandboxClient[];
  readonly tokens: TokenStore;
  /** Lifetime of an access token, in seconds. */
  readonly expiresIn: number;
  readonly tokenOrigin: string | undefined;
  readonly limiter: RateLimiter | undefined;
  readonly collection: CollectionSupport;
  readonly pastEnd: "empty" | "error";
  readonly emptyPending: "list" | "no-content";
  /** Longest URL, in characters. */
  readonly longestUrl: number;
}
