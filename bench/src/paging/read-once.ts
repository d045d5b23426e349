import { readers } from "./readers.ts";

// One reader in a process of its own. Prints what it took as JSON: rows, seconds, and megabytes of the heap that were live
// after every collection of garbage, at most, which `--expose-gc` has to allow.
const [name = "", baseUrl = ""] = process.argv.slice(2);
const read = readers[name];
const { gc } = globalThis as { gc?: () => void };
if (!read || !gc) throw new Error(`There is no reader "${name}", or --expose-gc is missing.`);

const live = () => {
  gc();
  return process.memoryUsage().heapUsed / 2 ** 20;
};
const before = live();
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, live() - before);
}, 200);
const start = performance.now();
const rows = await read(baseUrl);
const seconds = (performance.now() - start) / 1_000;
clearInterval(watch);
most = Math.max(most, live() - before);
console.log(JSON.stringify({ rows, seconds, liveMegabytes: most }));
process.exit();
