/** The id of the task that is read. */
export const TASK_ID = "2c9180835d2e5168015d32f890ca1581";

/** What every client sends along, but for those that fetch a token. */
export const headers = { Authorization: "Bearer a-token" };
