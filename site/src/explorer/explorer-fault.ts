import type { Fault } from "@sailkit/sandbox";

/** Something that can be made to go wrong with the next request. */
export interface ExplorerFault {
  readonly label: string;
  /** Undefined: nothing goes wrong. */
  readonly fault: Fault | undefined;
}

/** What the explorer offers to break, by key. */
export const explorerFaults: Readonly<Record<string, ExplorerFault>> = {
  none: { label: "Nothing", fault: undefined },
  busy: { label: "Too many requests (429)", fault: { status: 429, headers: { "retry-after": "7" } } },
  down: { label: "Service down (503)", fault: { status: 503 } },
  html: {
    label: "A proxy's page instead of JSON",
    fault: { body: "<h1>Gateway</h1>", headers: { "content-type": "text/html" } },
  },
  cut: { label: "An answer that is cut off", fault: { truncate: 200 } },
  reset: { label: "The connection breaks", fault: { connection: "reset" } },
  drift: { label: "Two tasks come in while you read", fault: { drift: { insert: 2 } } },
};
