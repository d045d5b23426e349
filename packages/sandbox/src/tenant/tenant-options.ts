import type { SandboxClient } from "../auth/sandbox-client.ts";
import type { Clock } from "../clock/clock.ts";
import type { Fault } from "../faults/fault.ts";
import type { Cors } from "../http/cors.ts";
import type { RateLimit } from "../limits/rate-limit.ts";
import type { CollectionSupport } from "../operations/collection-support.ts";
import type { Task } from "../tasks/task.ts";

/** What `createTenant` takes. Everything may be left out. */
export interface TenantOptions {
  /** Name of the tenant. Default: `sandbox`. */
  readonly tenant?: string;
  /** The time that the tenant lives by. Default: the real time, as `createClock()` makes it. */
  readonly clock?: Clock;
  /** Decides every name, id and time of what is made up. Default: `sailkit`. */
  readonly seed?: number | string;
  /**
   * How many tasks `getTaskStatusList` has to list, created over the last 80 days, or the very tasks of the tenant in the
   * order in which lists answer them. Default: 2,000.
   */
  readonly tasks?: number | readonly Task[];
  /** How many tasks are pending: queued, running, and every eighth hanging. Default: 12, or 0 where `tasks` is a list. */
  readonly pending?: number;
  /** How many tasks are older than 90 days, so that nobody sees them. Default: 20, or 0 where `tasks` is a list. */
  readonly expired?: number;
  /** Milliseconds from one new task to the next. Default: none come. */
  readonly arrivals?: number;
  /** Who may ask for tokens. Default: `sandboxClients`. */
  readonly clients?: readonly SandboxClient[];
  /** Lifetime of an access token in seconds. Default: 749. */
  readonly expiresIn?: number;
  /** Origin that `/oauth/info` names, where it is another than that of the request. */
  readonly tokenOrigin?: string;
  /** Requests that a client id may send to an API version; `false` for no limit. Default: 100 in 10 s, sliding. */
  readonly rateLimit?: RateLimit | false;
  /** What an offset behind the last item is answered with: an empty page, or 400. Default: `empty`. */
  readonly pastEnd?: "empty" | "error";
  /** What is answered where nothing is pending: 200 with an empty list, or 204. Default: `list`. */
  readonly emptyPending?: "list" | "no-content";
  /** Which filters and sorters `getTaskStatusList` takes, of `taskFields`. Default: those that beta documents. */
  readonly collection?: Partial<CollectionSupport>;
  /** Longest URL in characters; a longer one is answered with 414. Default: 8,192. */
  readonly longestUrl?: number;
  /** Answers pages of other origins. Default: false, as the service does. */
  readonly cors?: boolean | Cors;
  /** Where the tenant is for `fetch`. A request to any other origin is a stray. Default: everywhere. */
  readonly origin?: string;
  /** What goes wrong. `tenant.faults` takes more at any time. */
  readonly faults?: readonly Fault[];
  /** How many requests `tenant.requests` holds; beyond, the oldest are forgotten. Default: 10,000. */
  readonly recordLimit?: number;
}
