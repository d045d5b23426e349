import type { FaultPlan } from "../faults/fault-plan.ts";
import type { RecordedRequest } from "./recorded-request.ts";
import type { StrayRequest } from "./stray-request.ts";
import type { TenantControls } from "./tenant-controls.ts";

/** A tenant in memory. */
export interface Tenant extends TenantControls {
  /**
   * Takes the place of the global `fetch`: aborts, follows redirects and unpacks as one. Rejects with a `TypeError` where
   * the connection breaks, or would go to another host.
   */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>;
  /**
   * A handler for any server with web-standard requests: what it answers is what goes over the wire. Rejects with a
   * `BrokenConnection` where the server should drop the connection.
   */
  handle(request: Request): Promise<Response>;
  /** Every request so far, the latest last. */
  readonly requests: readonly RecordedRequest[];
  /** Every request that `fetch` kept from going to another host. */
  readonly strays: readonly StrayRequest[];
  /** What goes wrong, and is to. */
  readonly faults: FaultPlan;
}
