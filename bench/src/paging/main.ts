import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { parseArgs } from "node:util";
import { median } from "../speed/measure/median.ts";
import { digits } from "../speed/report/digits.ts";
import { table } from "../speed/report/table.ts";
import { readers } from "./readers.ts";

/** What reading a whole collection takes in time and memory, and how that grows with its rows. */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "3" }, rows: { type: "string", default: "10000,100000" } },
});
const sizes = values.rows.split(",").map(Number);

interface Reading {
  readonly rows: number;
  readonly seconds: number;
  readonly liveMegabytes: number;
}

const found = new Map<string, Reading[]>();
for (const rows of sizes) {
  const server = fork(path.join(import.meta.dirname, "paging-server.ts"), [String(rows)]);
  try {
    const [port] = (await once(server, "message")) as [number];
    for (let round = 0; round < Number(values.rounds); round++) {
      for (const name of Object.keys(readers)) {
        const reading = readOnce(name, `http://127.0.0.1:${port}/beta`);
        if (reading.rows !== rows) throw new Error(`${name} read ${reading.rows} rows instead of ${rows}.`);
        found.set(`${name} ${rows}`, [...(found.get(`${name} ${rows}`) ?? []), reading]);
      }
    }
  } finally {
    server.kill();
  }
}

const readings = (name: string, rows: number) => found.get(`${name} ${rows}`) ?? [];
const head = ["reader", ...sizes.flatMap((rows) => [`#rows/s of ${rows}`, `#live MB of ${rows}`])];
console.log(
  table(
    head,
    Object.keys(readers).map((name) => [
      name,
      ...sizes.flatMap((rows) => [
        digits(median(readings(name, rows).map(({ seconds }) => rows / seconds)), 0),
        digits(median(readings(name, rows).map(({ liveMegabytes }) => liveMegabytes)), 1),
      ]),
    ]),
  ),
);

function readOnce(name: string, baseUrl: string): Reading {
  const program = path.join(import.meta.dirname, "read-once.ts");
  return JSON.parse(
    execFileSync(process.execPath, ["--expose-gc", program, name, baseUrl], { encoding: "utf8" }),
  ) as Reading;
}
