import type { Caller, Codec, Operation } from "@sailkit/beta-client";
import type { CallInit, CallResult } from "./call.ts";
import type { CallSettings } from "./call-settings.ts";
import type { Engine } from "./engine.ts";
import { performCall } from "./perform-call.ts";

/** A function of a generated client, whatever it takes and gives. */
export type AnyOperation = (client: Caller, init?: object) => Promise<unknown>;

/**
 * Calls an operation. Its function only describes it to the client it is given, so it is given one that sends through
 * the engine.
 */
export function callOperation(
  engine: Engine,
  operation: AnyOperation,
  init: object | undefined,
  settings: CallSettings = {},
): Promise<CallResult> {
  const call = (descriptor: Operation, given: CallInit | undefined, ...codecs: Codec[]) =>
    performCall(engine, descriptor, given ?? {}, codecs, settings);
  return operation({ call } as Caller, init) as Promise<CallResult>;
}
