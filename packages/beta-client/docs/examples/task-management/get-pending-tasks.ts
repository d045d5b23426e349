// List pending tasks
import { createClient, getPendingTasks } from "@sailkit/beta-client";

const client = createClient({
  baseUrl: process.env.API_BASE_URL ?? "https://sailpoint.api.identitynow.com/beta",
  headers: { Authorization: `Bearer ${process.env.API_TOKEN}` },
});

const { data, error, response } = await getPendingTasks(client, {
  params: { query: { offset: 0, limit: 250, count: true } },
});
if (error) {
  console.error(response.status, error);
  process.exitCode = 1;
} else {
  console.log(data);
}
