import { chromiumRuntime } from "./chromium-runtime.ts";
import { commandRuntime } from "./command-runtime.ts";
import { installedBinary } from "./installed-binary.ts";
import type { Runtime } from "./runtime.ts";
import { workerdRuntime } from "./workerd-runtime.ts";

const node = (name: string) => () => installedBinary(name, ["bin/node.exe", "bin/node"]);

/** Where the packages are promised to run (B01). */
export const runtimes: readonly Runtime[] = [
  commandRuntime("Node 20", { executable: node("node-20") }),
  commandRuntime("Node 22", { executable: node("node-22") }),
  commandRuntime("Node 24", { executable: node("node") }),
  commandRuntime("Bun", { executable: () => installedBinary("bun", ["bin/bun.exe"]), args: ["run"] }),
  commandRuntime("Deno", {
    executable: () => installedBinary("deno", ["deno.exe", "deno"]),
    args: ["run", "--quiet", "--no-lock", "--node-modules-dir=manual", "--allow-net=127.0.0.1"],
  }),
  workerdRuntime,
  chromiumRuntime,
];
