import { pageParameters, readPage } from "../http/read-page.ts";
import { readQuery } from "../http/read-query.ts";
import { answerCollection } from "./answer-collection.ts";
import type { Operation } from "./operation.ts";

/** `getPendingTasks` and `getPendingTaskHeaders`: the tasks that have not ended, paged. */
export const listPending: Operation = (exchange, { tasks, pastEnd, emptyPending }, twist) => {
  const page = readPage(readQuery(exchange.url, pageParameters));
  const pending = tasks.pending();
  const answer = answerCollection(pending, { page, pastEnd, twist });
  if (pending.length > 0 || emptyPending === "list") return answer;
  return { status: 204, ...(answer.headers && { headers: answer.headers }) };
};
