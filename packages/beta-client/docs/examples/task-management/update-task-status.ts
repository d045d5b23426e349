// Update one task
import { createClient, updateTaskStatus } from "@sailkit/beta-client";

const client = createClient({
  baseUrl: process.env.API_BASE_URL ?? "https://sailpoint.api.identitynow.com/beta",
  headers: { Authorization: `Bearer ${process.env.API_TOKEN}` },
});

const { data, error, response } = await updateTaskStatus(client, {
  params: {
    path: {
      // Id of the task.
      id: "7d3f0c5e9a1b4286b1e5d0c8f4a29637",
    },
  },
  // The changes, applied in their order.
  body: [
    { op: "replace", path: "/completionStatus", value: "ERROR" },
    { op: "replace", path: "/completed", value: "2026-03-02T09:30:00.000Z" },
  ],
});
if (error) {
  console.error(response.status, error);
  process.exitCode = 1;
} else {
  // data: TaskStatus
  console.log(data);
}
