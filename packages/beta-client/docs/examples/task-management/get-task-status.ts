// Get one task
import { createClient, getTaskStatus } from "@sailkit/beta-client";

const client = createClient({
  baseUrl: process.env.API_BASE_URL ?? "https://sailpoint.api.identitynow.com/beta",
  headers: { Authorization: `Bearer ${process.env.API_TOKEN}` },
});

const { data, error, response } = await getTaskStatus(client, {
  params: {
    path: {
      // Id of the task.
      id: "7d3f0c5e9a1b4286b1e5d0c8f4a29637",
    },
  },
});
if (error) {
  console.error(response.status, error);
  process.exitCode = 1;
} else {
  // data: TaskStatus
  console.log(data);
}
