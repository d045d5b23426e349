// List completed tasks
import { createClient, getTaskStatusList } from "@sailkit/beta-client";

const client = createClient({
  baseUrl: process.env.API_BASE_URL ?? "https://sailpoint.api.identitynow.com/beta",
  headers: { Authorization: `Bearer ${process.env.API_TOKEN}` },
});

const { data, error, response } = await getTaskStatusList(client, {
  params: {
    query: { limit: 250, offset: 0, count: true, filters: 'completionStatus eq "SUCCESS"', sorters: "-created" },
  },
});
if (error) {
  console.error(response.status, error);
  process.exitCode = 1;
} else {
  console.log(data);
}
