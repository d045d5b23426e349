import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { copyRepository } from "../copy-repository.ts";
import { buildPackages } from "./build-packages.ts";
import { faultProxy } from "./fault-proxy.ts";
import { firstRelease } from "./first-release.ts";
import { logIn } from "./log-in.ts";
import { secondRelease } from "./second-release.ts";
import { startRegistry } from "./start-registry.ts";
import { startSandbox } from "./start-sandbox.ts";

/**
 * Releases both packages twice to a registry of its own, with a change of the spec between, while the registry and the way
 * to it fail; installs them in consumer projects and runs these against the sandbox. Nothing leaves this machine, and the
 * repository is not touched.
 *
 * @param repository absolute path of the root; its working tree is what is rehearsed
 * @param say takes a line for each thing that held
 * @throws Error for the first thing that did not
 */
export async function rehearse(repository: string, say: (text: string) => void): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "sailkit-rehearsal-"));
  const endings: (() => Promise<void>)[] = [];
  try {
    const copy = path.join(folder, "repository");
    copyRepository(repository, copy);
    const registry = await startRegistry(path.join(folder, "registry"));
    endings.push(registry.stop);
    const proxy = await faultProxy(registry.url);
    endings.push(proxy.close);
    const npm = await logIn(proxy.url, folder);
    await buildPackages({ copy }, ["beta-client", "beta-sdk", "sandbox"]);
    const sandbox = await startSandbox(copy);
    endings.push(sandbox.close);
    say("built, with an empty registry and a sandbox beside it");
    const stage = { repository, copy, folder, proxy, npm, sandbox, say };
    await secondRelease(stage, await firstRelease(stage));
  } finally {
    for (const end of endings.reverse()) await end();
    rmSync(folder, { recursive: true, force: true });
  }
}
