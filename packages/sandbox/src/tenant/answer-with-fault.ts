import { breakConnection } from "../faults/break-connection.ts";
import type { Fault } from "../faults/fault.ts";
import { replaceAnswer, replacesAnswer } from "../faults/replace-answer.ts";
import type { Answer } from "../http/answer.ts";
import type { Exchange } from "../http/exchange.ts";
import { toResponse } from "../http/to-response.ts";
import type { Tenant } from "./tenant.ts";

/**
 * Answers a request the way its fault wants it. `answer` is what the tenant does otherwise.
 *
 * @throws {BrokenConnection} where the fault breaks the connection before the headers.
 */
export async function answerWithFault(
  fault: Fault,
  exchange: Exchange,
  tenant: Tenant,
  answer: () => Answer,
): Promise<Response> {
  if (fault.drift !== undefined) drift(fault.drift, tenant);
  fault.run?.(tenant);
  const replaced = replacesAnswer(fault);
  const skipped = (replaced || fault.connection !== undefined) && !fault.after;
  // What reaches the tenant is done before the wait, as a slow service would: whoever gives up cannot tell.
  const own = skipped ? undefined : answer();
  if (fault.delay !== undefined) await tenant.clock.sleep(fault.delay, exchange.signal);
  if (fault.hang) await tenant.clock.sleep(Number.POSITIVE_INFINITY, exchange.signal);
  if (fault.connection !== undefined) throw breakConnection(fault.connection);
  const final = replaced || own === undefined ? replaceAnswer(fault, exchange) : editAnswer(fault, own);
  return toResponse(final, exchange, tenant.clock, fault);
}

function drift({ insert = 0, remove = 0 }: NonNullable<Fault["drift"]>, tenant: Tenant): void {
  for (const task of tenant.tasks.completed().slice(0, remove)) tenant.tasks.delete(task.id);
  for (let count = 0; count < insert; count++) tenant.addCompletedTask();
}

function editAnswer(fault: Fault, answer: Answer): Answer {
  return fault.edit === undefined ? answer : { ...answer, json: fault.edit(structuredClone(answer.json)) };
}
