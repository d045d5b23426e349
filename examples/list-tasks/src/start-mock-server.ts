import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
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
  const folder = mkdtempSync(path.join(tmpdir(), "sailkit-mock-"));
  const child = spawn(process.execPath, [prism, "mock", "--port", String(port), "--errors", readable(folder)], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, SCARF_ANALYTICS: "false" },
  });
  const end = async () => {
    await stop(child);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await listening(child);
  } catch (error) {
    await end();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, stop: end };
}

/**
 * The spec, or a copy without extensions of the whole document where it has some: Prism follows the references in them, and
 * those of an edition of the vendor's lead nowhere.
 */
function readable(folder: string): string {
  const text = readFileSync(SPEC, "utf8");
  const plain = text.replace(/^x-.*\n(?:(?:[ \t].*)?\n)*/gm, "");
  if (plain === text) return SPEC;
  const copy = path.join(folder, "openapi.yaml");
  writeFileSync(copy, plain);
  return copy;
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
