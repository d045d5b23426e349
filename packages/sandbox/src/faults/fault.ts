import type { OperationId } from "../operations/operation-id.ts";
import type { ArrivedRequest } from "../tenant/arrived-request.ts";
import type { TenantControls } from "../tenant/tenant-controls.ts";
import type { CollectionTwist } from "./collection-twist.ts";

/** Which requests a fault meets. Everything that is given has to fit. */
export interface FaultMatch {
  /** What is called. */
  readonly operation?: OperationId | readonly OperationId[];
  /** Method, in upper case. */
  readonly method?: string;
  /** The whole path, such as `/beta/task-status`, or a pattern that is found in it. */
  readonly path?: string | RegExp;
  /** Anything else about the request. */
  when?(request: ArrivedRequest): boolean;
  /** Which of the requests that fit all of the above, counted from 1. Default: each of them. */
  readonly nth?: number | readonly number[];
}

/** Something that goes wrong, for the requests that it meets. Of several faults the first that fits is taken. */
export interface Fault extends CollectionTwist {
  /** Default: every request. */
  readonly on?: FaultMatch;
  /** How often it happens. Default: no end. */
  readonly times?: number;

  /** What else happens before the request is answered. */
  run?(tenant: TenantControls): void;
  /** New tasks that end up in front of the list, and tasks that go from its front, before the request is answered. */
  readonly drift?: { readonly insert?: number; readonly remove?: number };

  /**
   * Milliseconds of the tenant's clock before anything of the answer comes. The tenant does its work at once, so whoever
   * gives up waiting cannot tell whether it was done.
   */
  readonly delay?: number;
  /** No answer ever comes; the connection stays open. */
  readonly hang?: boolean;
  /** Breaks the connection before the headers, or does not let one come about (then a real socket is reset all the same). */
  readonly connection?: "reset" | "refused" | "unknown-host" | "connect-timeout";

  /** Answers with this status, and with an error body in the vendor's shape unless `json` or `body` is given. */
  readonly status?: number;
  /** Headers to set; `null` takes one away. */
  readonly headers?: Readonly<Record<string, string | null>>;
  /** Answers with this value as JSON. */
  readonly json?: unknown;
  /** Answers with this body, as it is. Its media type is `application/json` unless `headers` says another. */
  readonly body?: string | Uint8Array;
  /** Redirects there: an absolute URL, or a path of the same origin. With status 307 unless `status` says another. */
  readonly redirect?: string;
  /** Answers with a JSON array that goes on for this many bytes; with `gzip`, in a small fraction of them. */
  readonly flood?: { readonly bytes: number; readonly gzip?: boolean };
  /**
   * Whether the tenant does its work before the answer is replaced or the connection is broken, so that only the answer is
   * lost. Default: false, the request never reaches the tenant.
   */
  readonly after?: boolean;

  /** Changes the JSON of a true answer. */
  edit?(json: unknown): unknown;
  /** Breaks the connection after this many bytes of the body. */
  readonly truncate?: number;
  /** Sends the body piece by piece. `true`: a byte a second. */
  readonly drip?: true | { readonly bytes: number; readonly every: number };
}
