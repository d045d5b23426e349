import { createClient, getPendingTaskHeaders, getTaskStatusList, updateTaskStatus } from "@sailkit/beta-client";
import { expect, test } from "vitest";
import { startSession } from "../start-session.ts";

test("the generated client works on a tenant in the place of fetch", async () => {
  const { tenant, token } = await startSession({ pending: 3 });
  const client = createClient({
    baseUrl: "https://acme.test/beta",
    fetch: tenant.fetch,
    headers: { authorization: `Bearer ${token}` },
  });
  const list = await getTaskStatusList(client, { params: { query: { limit: 2, sorters: "-created" } } });
  expect(list.data?.map(({ id }) => id)).toEqual(
    tenant.tasks
      .completed()
      .slice(0, 2)
      .map(({ id }) => id),
  );

  const head = await getPendingTaskHeaders(client, { params: { query: { count: true } } });
  expect(head.response.headers.get("x-total-count")).toBe("3");

  const [hanging] = tenant.tasks.pending();
  const cleared = await updateTaskStatus(client, {
    params: { path: { id: hanging?.id ?? "" } },
    body: [{ op: "replace", path: "/completionStatus", value: "ERROR" }],
  });
  expect(cleared.data).toEqual(tenant.tasks.get(hanging?.id ?? ""));

  const wrong = await getTaskStatusList(client, { params: { query: { filters: "nonsense" } } });
  expect(wrong.response.status).toBe(400);
  expect(wrong.error).toMatchObject({ detailCode: "400.1 Bad request content" });
});
