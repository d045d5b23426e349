import axios from "axios";
import { Configuration, TaskManagementBetaApi } from "sailpoint-api-client";
import type { Open } from "./open.ts";
import { TASK_ID } from "./task.ts";

/**
 * The vendor's own package. It puts `/beta` behind the base URL itself, and registers interceptors with the axios it is given
 * at every call, so each client gets one of its own.
 */
export const open: Open = (baseUrl, stubbed) => {
  const configuration = new Configuration({ baseurl: baseUrl.replace(/\/beta$/, ""), accessToken: "a-token" });
  const transport = axios.create(stubbed ? { adapter: "fetch", env: { fetch } } : {});
  // Its types are those of axios for CommonJS, which are others than those for modules.
  const api = new TaskManagementBetaApi(configuration, undefined, transport as never);
  return async () => (await api.getTaskStatus({ id: TASK_ID })).data.id ?? undefined;
};
