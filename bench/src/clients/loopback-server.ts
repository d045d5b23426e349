import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { ANSWERS, HEADERS } from "./answers.ts";

// A process of its own, so that what it takes is not part of what is measured. Tells its port, and lives until it is killed.
const server = createServer((request, response) => {
  request.resume();
  response.writeHead(200, HEADERS).end(request.url?.includes("/task-status/") ? ANSWERS.task : ANSWERS.token);
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
