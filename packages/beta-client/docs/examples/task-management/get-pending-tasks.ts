// List pending tasks
import { createClient, getPendingTasks } from "@sailkit/beta-client";

const client = createClient({
  baseUrl: process.env.API_BASE_URL ?? "https://sailpoint.api.identitynow.com/beta",
  headers: { Authorization: `Bearer ${process.env.API_TOKEN}` },
});

const { data, error, response } = await getPendingTasks(client, {
  params: {
    query: {
      // Items to skip before the page starts. (optional, default 0)
      offset: 0,
      // Most items to answer in one page. (optional, default 250)
      limit: 250,
      // Whether to answer the total in the header `X-Total-Count`. (optional, default false)
      count: true,
    },
  },
});
if (error) {
  console.error(response.status, error);
  process.exitCode = 1;
} else {
  // data: TaskStatus[]
  console.log(data);
}
