import { operationFacts } from "./operation-facts.ts";
import type { OperationId, TaskOperation } from "./operation-id.ts";

/** Where a request goes. */
export interface Route {
  /** `undefined` where nothing is there, or not for this method. */
  readonly operation: OperationId | undefined;
  /** The methods that the path takes; empty where there is no such path. */
  readonly methods: readonly string[];
  /** The API version, the first segment of the path; empty for the token service. */
  readonly version: string;
  /** The value of `{id}`, still percent-encoded; empty where the path has none. */
  readonly id: string;
}

/** Looks up what a method and a path call. A path without a template wins over one with. */
export function findOperation(method: string, pathname: string): Route {
  if (pathname === "/oauth/token") return route("createToken", ["POST"], method);
  if (pathname === "/oauth/info") return route("getOauthInfo", ["GET"], method);
  const [, version = "", ...segments] = pathname.split("/");
  const found = version === "beta" ? match(segments) : { names: [], id: "" };
  const names = found.names;
  return {
    operation: names.find((name) => operationFacts(name).method === method),
    methods: names.map((name) => operationFacts(name).method),
    version,
    id: found.id,
  };
}

function route(operation: OperationId, methods: readonly string[], method: string): Route {
  return { operation: methods.includes(method) ? operation : undefined, methods, version: "", id: "" };
}

function match(segments: readonly string[]): { names: readonly TaskOperation[]; id: string } {
  const [collection, id, ...rest] = segments;
  if (collection !== "task-status" || rest.length > 0 || id === "") return { names: [], id: "" };
  if (id === undefined) return { names: ["getTaskStatusList"], id: "" };
  if (id === "pending-tasks") return { names: ["getPendingTasks", "getPendingTaskHeaders"], id: "" };
  return { names: ["getTaskStatus", "updateTaskStatus"], id };
}
