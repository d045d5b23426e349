import { runGenerate } from "../../src/cli/run-generate.ts";

/*
 * Generates a package as the command line does, and prints what it took.
 *
 *     node generator/test/hostile/measured-run.ts SPEC OUT [--docs]
 *
 * One JSON object on the last line: `status`, the exit code; `milliseconds`; `cpu`, milliseconds of this process's CPU time;
 * `megabytes`, its greatest resident size. The JVM is another process, and bounded by its own flags.
 */
const [spec = "", out = "", ...flags] = process.argv.slice(2);
const started = performance.now();
const before = process.cpuUsage();
const status = await runGenerate([], { spec, out, docs: flags.includes("--docs"), quiet: true });
const { user, system } = process.cpuUsage(before);
const measured = {
  status,
  milliseconds: Math.round(performance.now() - started),
  cpu: Math.round((user + system) / 1000),
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
};
process.stdout.write(`\n${JSON.stringify(measured)}\n`);
