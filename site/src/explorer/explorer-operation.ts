import { manifest, type OperationName } from "@sailkit/beta-client/manifest";

/** One input of the form. */
export interface ExplorerField {
  readonly name: string;
  readonly place: "query" | "path";
  readonly kind: "text" | "number" | "boolean";
  readonly required: boolean;
  /** What the field holds at first. */
  readonly initial: string;
}

/** What the form shows of an operation. */
export interface ExplorerOperation {
  readonly name: OperationName;
  readonly summary: string;
  readonly request: string;
  readonly fields: readonly ExplorerField[];
  /** The body at first, where there is one. */
  readonly body: string | undefined;
}

const FIRST: Readonly<Record<string, string>> = {
  limit: "5",
  count: "true",
  filters: 'completionStatus in ("ERROR", "TEMPERROR")',
  sorters: "-created",
};

const PATCH = [
  { op: "replace", path: "/completionStatus", value: "ERROR" },
  { op: "replace", path: "/completed", value: "2026-03-02T09:30:00.000Z" },
];

/** Every operation of the client, as the manifest has it. */
export const explorerOperations: readonly ExplorerOperation[] = Object.entries(manifest).map(([name, operation]) => ({
  name: name as OperationName,
  summary: operation.summary ?? name,
  request: `${operation.method} ${operation.path}`,
  fields: operation.parameters.flatMap(({ name: field, in: place, required = false, default: assumed }) =>
    place === "query" || place === "path"
      ? [{ name: field, place, kind: kindOf(assumed), required, initial: FIRST[field] ?? String(assumed ?? "") }]
      : [],
  ),
  body: firstBody(operation.requestMedia),
}));

/** What clears a pending task, for a patch. Of other bodies nothing is known here; the reference has an example. */
function firstBody(media: readonly string[] | undefined): string | undefined {
  if (media === undefined) return undefined;
  return media[0] === "application/json-patch+json" ? JSON.stringify(PATCH, null, 2) : "{}";
}

function kindOf(assumed: unknown): ExplorerField["kind"] {
  return typeof assumed === "number" ? "number" : typeof assumed === "boolean" ? "boolean" : "text";
}
