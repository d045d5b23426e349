import { listTasks } from "./list-tasks.ts";
import { startMockServer } from "./start-mock-server.ts";

const server = await startMockServer();
try {
  const tasks = await listTasks(server.url, "any-token-will-do");
  console.log(`\nTasks answered by ${server.url}, a mock server of spec/openapi.beta.yaml:`);
  console.table(
    tasks.map(({ type, uniqueName, completionStatus, percentComplete, completed }) => ({
      task: uniqueName,
      type,
      status: completionStatus ?? "pending",
      done: `${percentComplete} %`,
      completed: completed ?? "",
    })),
  );
} finally {
  await server.stop();
}
