import type { Fault } from "../faults/fault.ts";
import type { ArrivedRequest } from "./arrived-request.ts";

/** A request that reached the tenant, and what became of it. */
export interface RecordedRequest extends ArrivedRequest {
  /** Who called, once the token was found to be valid. */
  clientId?: string;
  /** The fault that it met. */
  fault?: Fault;
  /** Status of the answer; `undefined` while there is none, and for good where the connection broke before the headers. */
  status?: number;
  /** Whether the tenant did what was asked for. False where a fault kept the request from it. */
  reached: boolean;
}
