import type { SourceRecord } from "./source-record.ts";

const WIDTH = 120;

/** The text of a record as the formatter of this repository lays it out: lists on one line where they fit. */
export function renderRecord(record: SourceRecord): string {
  const text = JSON.stringify(record, null, 2).replace(
    /^( *"[^"]+": )\[\n([^\]]*)\](,?)$/gm,
    (whole, key, items, end) => {
      const line = `${key}[${(items as string).trim().replace(/\n\s*/g, " ")}]${end}`;
      return line.length <= WIDTH ? line : whole;
    },
  );
  return `${text}\n`;
}
