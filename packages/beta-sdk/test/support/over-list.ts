import type { DriftEvent, PageEvent } from "../../src/observe/events.ts";
import type { Reply, Seen } from "./fake-server.ts";
import { makeSdk } from "./make-sdk.ts";
import type { TaskList } from "./task-list.ts";

/** An sdk over a list, and what it reports. */
export function overList(list: TaskList, reply: (seen: Seen) => Reply = list.reply) {
  const drifts: DriftEvent[] = [];
  const pages: PageEvent[] = [];
  const hooks = { drift: (event: DriftEvent) => drifts.push(event), page: (event: PageEvent) => pages.push(event) };
  return { ...makeSdk(reply, { hooks, retry: false, rateLimit: false }), drifts, pages };
}
