import type { ConsumerCall } from "./consumer-call.ts";

/** A generated client, and how a program calls it. */
export interface ConsumerClient {
  /** As of the tool that makes it. */
  readonly name: string;
  /** The text of a program that is beside the folder `client`. */
  program(calls: readonly ConsumerCall[]): string;
}
