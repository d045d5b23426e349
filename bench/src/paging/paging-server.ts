import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ANSWERS, HEADERS } from "../clients/answers.ts";
import { TASK_ID } from "../clients/modules/task.ts";

// Pages of as many tasks as its argument says, from a process of its own. Tells its port, and lives until it is killed.
const total = Number(process.argv[2]);

const server = createServer((request, response) => {
  request.resume();
  const { pathname, searchParams } = new URL(request.url ?? "", "http://localhost");
  if (!pathname.endsWith("/task-status")) return void response.writeHead(200, HEADERS).end(ANSWERS.token);
  const offset = Number(searchParams.get("offset") ?? 0);
  const count = Math.max(0, Math.min(Number(searchParams.get("limit") ?? 250), total - offset));
  const rows = Array.from({ length: count }, (_, index) => row(offset + index));
  response.writeHead(200, { ...HEADERS, "x-total-count": String(total) }).end(`[${rows.join(",")}]`);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));

function row(index: number): string {
  return ANSWERS.task.replace(TASK_ID, String(index).padStart(32, "0"));
}
