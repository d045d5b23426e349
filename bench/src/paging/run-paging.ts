import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { median } from "../speed/measure/median.ts";
import { readers } from "./readers.ts";

/** What one way to read a collection takes: medians. */
export interface PagingRow {
  readonly reader: string;
  /** Rows of the collection. */
  readonly rows: number;
  readonly rowsPerSecond: number;
  /** Megabytes of the heap that were live, at most, beyond what was there before. */
  readonly liveMegabytes: number;
  /** Megabytes of the whole process at most. */
  readonly peakMegabytes: number;
}

/** What a reader prints. */
interface Reading {
  readonly rows: number;
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly liveMegabytes?: number;
}

/**
 * Measures what reading a whole collection takes in time and memory, each reader in a process of its own, against a server in
 * another.
 * @param sizes rows of the collections
 */
export async function runPaging(sizes: readonly number[], rounds: number): Promise<PagingRow[]> {
  const found: PagingRow[] = [];
  for (const rows of sizes) {
    const server = fork(path.join(import.meta.dirname, "paging-server.ts"), [String(rows)]);
    try {
      const [port] = (await once(server, "message")) as [number];
      found.push(...readAll(`http://127.0.0.1:${port}/beta`, rows, rounds));
    } finally {
      server.kill();
    }
  }
  return found;
}

function readAll(baseUrl: string, rows: number, rounds: number): PagingRow[] {
  const all = Object.keys(readers).map((reader) => ({ reader, readings: [] as Reading[] }));
  for (let round = 0; round < rounds; round++) {
    for (const { reader, readings } of all) readings.push(readOnce(reader, baseUrl, rows));
  }
  return all.map(({ reader, readings }) => ({
    reader,
    rows,
    rowsPerSecond: middle(readings.map(({ seconds }) => rows / seconds)),
    peakMegabytes: middle(readings.map(({ peakMegabytes }) => peakMegabytes)),
    liveMegabytes: readOnce(reader, baseUrl, rows, "--expose-gc").liveMegabytes ?? Number.NaN,
  }));
}

function readOnce(reader: string, baseUrl: string, rows: number, ...flags: string[]): Reading {
  const program = path.join(import.meta.dirname, "read-once.ts");
  const text = execFileSync(process.execPath, [...flags, program, reader, baseUrl], { encoding: "utf8" });
  // The vendor's paginator prints a line a page.
  const reading = JSON.parse(text.trim().split("\n").at(-1) ?? "") as Reading;
  if (reading.rows !== rows) throw new Error(`${reader} read ${reading.rows} rows instead of ${rows}.`);
  return reading;
}

function middle(values: readonly number[]): number {
  return median(values) ?? Number.NaN;
}
