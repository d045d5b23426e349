import type { Caller, Operation } from "@sailkit/beta-client";
import { UsageError } from "../errors/usage-error.ts";
import type { AnyOperation } from "./call-operation.ts";

/**
 * What an operation says of itself: its function describes it to whatever client it is given. Nothing is sent.
 * @throws {UsageError} for what is no function of a generated client
 */
export function describeOperation(operation: AnyOperation): Operation {
  let found: Operation | undefined;
  const call = async (descriptor: Operation) => {
    found = descriptor;
  };
  operation({ call } as Caller, {});
  if (!found)
    throw new UsageError("This is no function of a generated client: it did not call the client it was given");
  return found;
}
