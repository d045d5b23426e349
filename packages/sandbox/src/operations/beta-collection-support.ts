import type { CollectionSupport } from "./collection-support.ts";

const operators = ["eq", "in"] as const;

/** What the beta version documents. A test holds it against the spec. */
export const betaCollectionSupport: CollectionSupport = {
  filters: {
    id: { operators, type: "string" },
    sourceId: { operators, type: "string" },
    completionStatus: { operators, type: "string" },
    type: { operators, type: "string" },
  },
  sorters: ["created"],
};
