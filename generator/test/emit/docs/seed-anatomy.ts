/** What the page that this project started from, the method page of the Go SDK, says of one operation. */
export interface SeedOperation {
  readonly anchor: string;
  readonly method: string;
  readonly path: string;
  /** Without `ctx`, which is Go's. */
  readonly pathParameters: readonly string[];
  /** In its order, by name, with the default it states. */
  readonly otherParameters: Readonly<Record<string, string | undefined>>;
  /** Type of the body, which that page lists among the other parameters. */
  readonly body?: string;
  /** Undefined: an empty body. */
  readonly returns?: string;
  readonly contentType?: string;
}

const PAGED = { offset: "0", limit: "250", count: "false" };

/** The anatomy of that page: which parts it has, and what they tell. */
export const SEED_ANATOMY = {
  frontMatter: {
    id: "beta-task-management",
    title: "TaskManagement",
    pagination_label: "TaskManagement",
    sidebar_label: "TaskManagement",
    sidebar_class_name: "gosdk",
    keywords: ["go", "Golang", "sdk", "TaskManagement", "BetaTaskManagement"],
    slug: "/tools/sdk/go/beta/methods/task-management",
    tags: ["SDK", "Software Development Kit", "TaskManagement", "BetaTaskManagement"],
  },
  baseUrl: "https://sailpoint.api.identitynow.com/beta",
  apiSpec: "https://developer.sailpoint.com/docs/api/beta/",
  accept: "application/json",
  operations: [
    {
      anchor: "get-pending-task-headers",
      method: "HEAD",
      path: "/task-status/pending-tasks",
      pathParameters: [],
      otherParameters: PAGED,
    },
    {
      anchor: "get-pending-tasks",
      method: "GET",
      path: "/task-status/pending-tasks",
      pathParameters: [],
      otherParameters: PAGED,
      returns: "TaskStatus[]",
    },
    {
      anchor: "get-task-status",
      method: "GET",
      path: "/task-status/{id}",
      pathParameters: ["id"],
      otherParameters: {},
      returns: "TaskStatus",
    },
    {
      anchor: "get-task-status-list",
      method: "GET",
      path: "/task-status",
      pathParameters: [],
      otherParameters: { ...PAGED, filters: undefined, sorters: undefined },
      returns: "TaskStatus[]",
    },
    {
      anchor: "update-task-status",
      method: "PATCH",
      path: "/task-status/{id}",
      pathParameters: ["id"],
      otherParameters: {},
      body: "JsonPatchOperation[]",
      returns: "TaskStatus",
      contentType: "application/json-patch+json",
    },
  ] satisfies readonly SeedOperation[] as readonly SeedOperation[],
} as const;
