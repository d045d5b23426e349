import { json, type Seen } from "./fake-server.ts";
import { task } from "./task.ts";

/** A list of rows behind `offset`, `limit` and `count`, which tests may change while it is read. */
export class TaskList {
  rows: string[];
  /** Whether the total is told where it is asked for. */
  counts = true;
  /** Whether an offset behind the end is a 400, as it is on some endpoints. */
  strict = false;
  /** Pages as they were asked for: `offset+limit`, with `#` where the total was. */
  readonly asked: string[] = [];

  constructor(size: number) {
    this.rows = ids(size);
  }

  readonly reply = ({ url }: Seen): Response => {
    const limit = Number(url.searchParams.get("limit"));
    const offset = Number(url.searchParams.get("offset"));
    const count = url.searchParams.get("count") === "true";
    this.asked.push(`${offset}+${limit}${count ? "#" : ""}`);
    if (this.strict && offset > 0 && offset >= this.rows.length) {
      return json({ messages: [{ locale: "en-US", text: "Specified offset is invalid" }] }, { status: 400 });
    }
    const rows = this.rows.slice(offset, offset + limit).map((id) => task(id));
    return json(rows, { headers: count && this.counts ? { "x-total-count": String(this.rows.length) } : {} });
  };
}

/** `t0`, `t1` and so on. */
export function ids(size: number, from = 0): string[] {
  return Array.from({ length: size }, (_, at) => `t${from + at}`);
}
