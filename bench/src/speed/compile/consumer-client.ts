import type { ConsumerCall } from "./consumer-call.ts";

/** A generated client, and how a program calls it. */
export interface ConsumerClient {
  readonly name: string;
  /** Name of the tool that makes it; undefined of a package that is installed as it is. */
  readonly tool?: string;
  /** Whether the program imports what the package would publish, rather than the source. */
  readonly isBuilt?: boolean;
  /** The text of a program that is beside the folder `client`. */
  program(calls: readonly ConsumerCall[]): string;
}
