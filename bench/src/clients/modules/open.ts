/**
 * Makes a client that calls `getTaskStatus`.
 * @param baseUrl such as `http://127.0.0.1:4010/beta`
 * @param stubbed whether the global `fetch` is a stub, which everything has to go through then
 */
export type Open = (baseUrl: string, stubbed: boolean) => CallTask;

/** Reads a task, and gives the id that the answer holds. */
export type CallTask = () => Promise<string | undefined>;
