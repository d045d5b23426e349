import type { CollectionTwist } from "../faults/collection-twist.ts";
import type { Answer } from "../http/answer.ts";
import type { Page } from "../http/read-page.ts";
import { Refusal } from "../http/refusal.ts";
import { createRandom } from "../random/create-random.ts";
import type { Task } from "../tasks/task.ts";

/** How a collection is answered. */
export interface CollectionOptions {
  readonly page: Page;
  /** What to do with an offset behind the last item: an empty page, or 400. */
  readonly pastEnd: "empty" | "error";
  readonly twist: CollectionTwist;
}

/**
 * One page of `tasks`, with the total in `X-Total-Count` where it is asked for.
 *
 * @throws {Refusal} 400 for an offset behind the end, if that is the way of this tenant.
 */
export function answerCollection(tasks: readonly Task[], { page, pastEnd, twist }: CollectionOptions): Answer {
  const offset = twist.ignoreOffset ? 0 : page.offset;
  const limit = Math.min(page.limit, twist.shortPage ?? page.limit);
  if (pastEnd === "error" && !twist.endless && offset > 0 && offset >= tasks.length) {
    throw new Refusal(400, "Specified offset is invalid");
  }
  const cut = twist.endless ? inventPage(tasks, offset, limit) : tasks.slice(offset, offset + limit);
  const json = twist.hide ? cut.filter((task) => twist.hide?.(task) !== true) : cut;
  const total = page.count ? toTotal(tasks.length, twist) : null;
  return { status: 200, json, ...(total !== null && { headers: { "x-total-count": String(total) } }) };
}

function toTotal(total: number, twist: CollectionTwist): string | number | null {
  if (twist.total === undefined) return total;
  return typeof twist.total === "function" ? twist.total(total) : twist.total;
}

function inventPage(tasks: readonly Task[], offset: number, limit: number): Task[] {
  if (tasks.length === 0)
    throw new Error(
      "An endless collection is made from tasks, and this tenant has none to make it from: give it some with `tasks`.",
    );
  return Array.from({ length: limit }, (_, index) => ({
    ...(tasks[(offset + index) % tasks.length] as Task),
    id: createRandom(`endless ${offset + index}`).id(),
  }));
}
