import { json } from "./fake-server.ts";
import { task } from "./task.ts";

/** The answer to `getTaskStatus` of task `a`. */
export const taskAnswer = () => json(task("a"));
