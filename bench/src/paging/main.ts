import { parseArgs } from "node:util";
import { renderPaging } from "./render-paging.ts";
import { runPaging } from "./run-paging.ts";

/** What reading a whole collection takes in time and memory, and how that grows with its rows. */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "3" }, rows: { type: "string", default: "25000,100000" } },
});
console.log(renderPaging(await runPaging(values.rows.split(",").map(Number), Number(values.rounds))));
