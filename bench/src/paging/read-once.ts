import { readers } from "./readers.ts";

// One reader in a process of its own, which prints as JSON, in its last line, what it took: rows, seconds, and megabytes the
// process had at most. Where `--expose-gc` allows it, also those that were live at most, after collections of garbage; they
// take time, so that those seconds mean nothing.
const [name = "", baseUrl = ""] = process.argv.slice(2);
const load = readers[name];
if (!load) throw new Error(`There is no reader "${name}".`);
const read = await load();
const { gc } = globalThis as { gc?: () => void };

const live = () => {
  gc?.();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
const before = live();
let most = 0;
const watch = gc && setInterval(look, 200);
const start = performance.now();
const rows = await read(baseUrl);
const seconds = (performance.now() - start) / 1_000;
clearInterval(watch);
look();
const peakMegabytes = process.resourceUsage().maxRSS / 2 ** 10;
console.log(JSON.stringify({ rows, seconds, peakMegabytes, ...(gc && { liveMegabytes: most }) }));
process.exit();

function look(): void {
  most = Math.max(most, live() - before);
}
