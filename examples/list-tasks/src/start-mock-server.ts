import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";

/** A running mock server. */
export interface MockServer {
  /** Base URL of the API. */
  readonly url: string;
  stop(): Promise<void>;
}

const SPEC = fileURLToPath(new URL("../../../spec/openapi.beta.yaml", import.meta.url));

/** Starts Prism, an independent mock server, on the spec of the beta API. It refuses requests that break the spec. */
export async function startMockServer(): Promise<MockServer> {
  const port = await freePort();
  const require = createRequire(import.meta.url);
  const prism = path.join(path.dirname(require.resolve("@stoplight/prism-cli/package.json")), "dist", "index.js");
  const child = spawn(process.execPath, [prism, "mock", "--port", String(port), "--errors", SPEC], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SCARF_ANALYTICS: "false" },
  });
  await listening(child);
  return { url: `http://127.0.0.1:${port}`, stop: () => stop(child) };
}

async function listening(child: ChildProcess): Promise<void> {
  let output = "";
  await new Promise<void>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Prism is listening")) resolve();
    };
    child.stdout?.on("data", read);
    child.stderr?.on("data", read);
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Prism ended with code ${code}:\n${output}`)));
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const exit = once(child, "exit");
  child.kill();
  await exit;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("No port is free on the loopback interface.");
  return address.port;
}
