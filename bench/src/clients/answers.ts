import { TASK_ID } from "./modules/task.ts";

/** Media type of everything that is answered. */
export const HEADERS = { "content-type": "application/json", "slpt-request-id": "0f1e2d3c4b5a69788796a5b4c3d2e1f0" };

/** A task as the API answers it, and a token that lasts for the whole bench. */
export const ANSWERS = {
  task: JSON.stringify({
    id: TASK_ID,
    type: "QUARTZ",
    uniqueName: "Account Aggregation, Directory Pacific",
    description: "Aggregates accounts from a directory.",
    parentName: null,
    launcher: "support",
    created: "2026-01-02T03:04:05.000Z",
    modified: "2026-01-02T03:05:05.000Z",
    launched: "2026-01-02T03:04:05.000Z",
    completed: "2026-01-02T03:05:05.000Z",
    completionStatus: "SUCCESS",
    messages: [
      { type: "INFO", localizedText: { locale: "en", message: "Scanned 1,024 accounts." }, key: "a", parameters: [] },
    ],
    returns: [{ displayLabel: "Accounts scanned", attributeName: "total" }],
    attributes: { total: 1_024, created: 12, updated: 3 },
    progress: "Done",
    percentComplete: 100,
  }),
  token: JSON.stringify({ access_token: "a-token", token_type: "bearer", expires_in: 43_199 }),
};
