#!/usr/bin/env node
import { runSandbox } from "./run-sandbox.ts";

const started = runSandbox(process.argv.slice(2), (text) => process.stdout.write(`${text}\n`));
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => void started.then((server) => server?.close()));
}

try {
  await started;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
