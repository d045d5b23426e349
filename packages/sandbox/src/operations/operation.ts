import type { CollectionTwist } from "../faults/collection-twist.ts";
import type { Answer } from "../http/answer.ts";
import type { Exchange } from "../http/exchange.ts";
import type { TenantState } from "../tenant/tenant-state.ts";

/** What a tenant does for a request that was let in. Throws a `Refusal` where the request is wrong. */
export type Operation = (exchange: Exchange, state: TenantState, twist: CollectionTwist) => Answer;
