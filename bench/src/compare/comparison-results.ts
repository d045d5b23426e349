import type { CallResults } from "../calls/run-calls.ts";
import type { EditorRow } from "../editor/run-editor.ts";
import type { PagingRow } from "../paging/run-paging.ts";
import type { ConsumerRow } from "../speed/report/results.ts";
import type { StartRow } from "../start/run-starts.ts";

/** Everything that is measured of clients, in one run. */
export interface ComparisonResults {
  readonly calls: CallResults;
  readonly paging: readonly PagingRow[];
  /** Clients of our own spec. */
  readonly starts: readonly StartRow[];
  /** Clients of the vendor's whole beta spec. */
  readonly wholeStarts: readonly StartRow[];
  readonly compile: readonly ConsumerRow[];
  readonly editor: readonly EditorRow[];
  /** What gave up, each with its last words. */
  readonly failures: readonly string[];
}
