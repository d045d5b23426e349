#!/usr/bin/env node
import { runSandbox } from "./run-sandbox.ts";

try {
  const server = await runSandbox(process.argv.slice(2), (text) => process.stdout.write(`${text}\n`));
  for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => void server?.close());
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
  process.exitCode = 2;
}
