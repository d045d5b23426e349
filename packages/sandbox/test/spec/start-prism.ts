import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import path from "node:path";
import { specFile } from "./read-spec.ts";

/** A running Prism. */
export interface Prism {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts Prism, an independent mock server, on the beta spec. It answers whatever breaks the spec with 4xx. */
export async function startPrism(): Promise<Prism> {
  const manifest = createRequire(import.meta.url).resolve("@stoplight/prism-cli/package.json");
  const script = path.join(path.dirname(manifest), "dist", "index.js");
  const child = spawn(process.execPath, [script, "mock", "--port", "0", "--errors", specFile], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SCARF_ANALYTICS: "false", NO_COLOR: "1" },
  });
  const url = await new Promise<string>((resolve, reject) => {
    let output = "";
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      const found = /Prism is listening on (http:\/\/[\w.:]+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Prism ended with code ${code}:\n${output}`)));
  });
  return {
    url,
    async stop() {
      if (child.exitCode !== null) return;
      const exit = once(child, "exit");
      child.kill();
      await exit;
    },
  };
}
