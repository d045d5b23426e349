import { createClient, getTaskStatusList, type TaskStatus } from "@sailkit/beta-client";

/**
 * Lists completed tasks.
 * @param baseUrl where the API is, such as `https://acme.api.identitynow.com/beta`
 * @param token an access token
 */
export async function listTasks(baseUrl: string, token: string): Promise<TaskStatus[]> {
  const client = createClient({ baseUrl, headers: { Authorization: `Bearer ${token}` } });
  const { data, error, response } = await getTaskStatusList(client, {
    params: { query: { limit: 10, filters: 'completionStatus in ("ERROR", "SUCCESS")', sorters: "-created" } },
  });
  if (error) throw new Error(`The list was answered ${response.status}: ${JSON.stringify(error)}`);
  return data;
}
