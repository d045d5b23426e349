import type { Task } from "../tasks/task.ts";

/** What a fault does to the way in which a collection is paged. */
export interface CollectionTwist {
  /** Answers the first page whatever `offset` says. */
  readonly ignoreOffset?: boolean;
  /** Always answers a full page, of tasks that nobody has seen before. */
  readonly endless?: boolean;
  /** Answers at most this many items a page, whatever `limit` says. The others come to whoever goes on behind them. */
  readonly shortPage?: number;
  /** Takes the tasks for which it is true out of the page after it was cut, as a server does that checks rights late. */
  hide?(task: Task): boolean;
  /**
   * What `X-Total-Count` says: text or a number in place of the true total, a function of it, or `null` for no such
   * header. Only where the total is asked for.
   */
  readonly total?: string | number | null | ((total: number) => string | number | null);
}
