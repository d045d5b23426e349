import { TASK_ID } from "./modules/task.ts";

/** A module that exports `open`, beside the folder `client` that a peer has generated. */
export interface GeneratedModule {
  /** Name of the tool. */
  readonly tool: string;
  /** The packages that the generated code imports. */
  readonly packages: readonly string[];
  readonly text: string;
}

/** How the clients that peers generate are called. */
export const generatedModules: readonly GeneratedModule[] = [
  {
    tool: "hey-api",
    packages: [],
    text: `import { client } from "./client/client.gen";
import { getTaskStatus } from "./client/sdk.gen";
export function open(baseUrl) {
  client.setConfig({ baseUrl, fetch: globalThis.fetch, headers: { Authorization: "Bearer a-token" } });
  return async () => (await getTaskStatus({ path: { id: "${TASK_ID}" } })).data?.id;
}
`,
  },
  {
    tool: "openapi-generator typescript-fetch",
    packages: [],
    text: `import { Configuration, TaskManagementApi } from "./client";
export function open(basePath) {
  const api = new TaskManagementApi(new Configuration({ basePath, accessToken: "a-token" }));
  return async () => (await api.getTaskStatus({ id: "${TASK_ID}" })).id;
}
`,
  },
  {
    tool: "openapi-generator typescript-axios",
    packages: ["axios"],
    text: `import axios from "axios";
import { Configuration, TaskManagementApi } from "./client";
export function open(basePath, stubbed) {
  const transport = axios.create(stubbed ? { adapter: "fetch", env: { fetch } } : {});
  const api = new TaskManagementApi(new Configuration({ basePath, accessToken: "a-token" }), undefined, transport);
  return async () => (await api.getTaskStatus("${TASK_ID}")).data.id;
}
`,
  },
];
