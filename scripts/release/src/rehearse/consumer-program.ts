/**
 * A program as a consumer writes it, against both packages. It takes the base URL, a client id and a secret, and prints what it
 * found as JSON.
 */
export const CONSUMER_PROGRAM = `import { createClient, getTaskStatusList } from "@sailkit/beta-client";
import { manifest } from "@sailkit/beta-client/manifest";
import { getTaskStatus } from "@sailkit/beta-client/task-management";
import { BetaSdk } from "@sailkit/beta-sdk";

const { argv } = (globalThis as unknown as { process: { argv: string[] } }).process;
const [baseUrl = "", clientId = "", clientSecret = ""] = argv.slice(2);

const sdk = new BetaSdk({ baseUrl, auth: { clientId, clientSecret } });
const failed = await sdk.tasks.list({ filters: { completionStatus: "ERROR" }, sorters: ["-created"] }).toArray({ max: 3 });
const first = failed[0];
if (first === undefined) throw new Error("The sandbox has no failed task.");

// The low-level client, with a token of its own.
const form = new URLSearchParams({ grant_type: "client_credentials", client_id: clientId, client_secret: clientSecret });
const answer = await fetch(new URL("/oauth/token", baseUrl), { method: "POST", body: form });
const { access_token: token } = (await answer.json()) as { access_token: string };
const client = createClient({ baseUrl, headers: { Authorization: \`Bearer \${token}\` } });
const one = await getTaskStatus(client, { params: { path: { id: first.id } } });
const list = await getTaskStatusList(client, { params: { query: { limit: 1 } } });

console.log(
  JSON.stringify({
    failed: failed.map(({ completionStatus }) => completionStatus),
    same: one.data?.id === first.id,
    listed: list.data?.length,
    operations: Object.keys(manifest).length,
  }),
);
`;

/** The same from CommonJS. */
export const COMMONJS_PROGRAM = `const { createClient } = require("@sailkit/beta-client");
const { getTaskStatus } = require("@sailkit/beta-client/task-management");
const { BetaSdk } = require("@sailkit/beta-sdk");

const [baseUrl, clientId, clientSecret] = process.argv.slice(2);
const sdk = new BetaSdk({ baseUrl, auth: { clientId, clientSecret } });
sdk.tasks
  .list({ filters: { completionStatus: "ERROR" } })
  .first()
  .then((task) => console.log(JSON.stringify({ failed: task.completionStatus, functions: [createClient, getTaskStatus].map((one) => typeof one) })));
`;

/** The same from CommonJS with types. */
export const TYPED_COMMONJS_PROGRAM = `import client = require("@sailkit/beta-client");
import sdk = require("@sailkit/beta-sdk");

const tasks = new sdk.BetaSdk({ tenant: "acme", auth: "token" }).tasks;
export const first: Promise<client.TaskStatus | undefined> = tasks.list({ filters: { completionStatus: "ERROR" } }).first();
`;
