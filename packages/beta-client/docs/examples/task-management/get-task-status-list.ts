// List completed tasks
import { createClient, getTaskStatusList } from "@sailkit/beta-client";

const client = createClient({
  baseUrl: process.env.API_BASE_URL ?? "https://sailpoint.api.identitynow.com/beta",
  headers: { Authorization: `Bearer ${process.env.API_TOKEN}` },
});

const { data, error, response } = await getTaskStatusList(client, {
  params: {
    query: {
      // Most items to answer in one page. (optional, default 250)
      limit: 250,
      // Items to skip before the page starts. (optional, default 0)
      offset: 0,
      // Whether to answer the total in the header `X-Total-Count`. (optional, default false)
      count: true,
      // Keeps only the tasks for which this expression holds. (optional)
      filters: 'completionStatus eq "SUCCESS"',
      // Comma-separated fields to order by; a `-` in front of a field turns its order round. (optional)
      sorters: "-created",
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
