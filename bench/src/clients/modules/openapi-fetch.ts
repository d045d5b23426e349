import createClient from "openapi-fetch";
import type { Open } from "./open.ts";
import { headers, TASK_ID } from "./task.ts";

/** The part of the API's types that openapi-fetch needs here. */
interface TaskPaths {
  "/task-status/{id}": {
    get: {
      parameters: { path: { id: string } };
      responses: { 200: { content: { "application/json": { id: string } } } };
    };
  };
}

/** What the client stands on. */
export const open: Open = (baseUrl) => {
  const client = createClient<TaskPaths>({ baseUrl, headers });
  return async () => (await client.GET("/task-status/{id}", { params: { path: { id: TASK_ID } } })).data?.id;
};
