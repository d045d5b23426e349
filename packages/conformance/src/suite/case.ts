import type { RecordedRequest, TenantOptions } from "@sailkit/sandbox";
import type { World } from "./world.ts";

/** One promise, tried in every runtime against a tenant of its own. */
export interface Case {
  /** A plain sentence. */
  readonly name: string;
  /** What its tenant is like, where it is not the usual one. `page`: whether the suite runs in a page. */
  tenant?(page: boolean): TenantOptions;
  /** Runs inside the runtime. Rejects where the promise is broken. */
  run(world: World): Promise<unknown>;
  /** Runs in the harness afterwards: whether the tenant has seen what it should. */
  seen?(requests: readonly RecordedRequest[]): void;
}
