import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { packPackage } from "../src/pack-package.ts";
import { type PublishOptions, publishTarball } from "../src/publish-tarball.ts";
import { type FaultProxy, faultProxy } from "../src/rehearse/fault-proxy.ts";
import { logIn } from "../src/rehearse/log-in.ts";
import { type Registry, startRegistry } from "../src/rehearse/start-registry.ts";
import type { Tarball } from "../src/tarball.ts";
import { madeRepository } from "./made-package.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sailkit-registry-"));
let registry: Registry;
let proxy: FaultProxy;
let options: PublishOptions;

beforeAll(async () => {
  registry = await startRegistry(path.join(folder, "registry"));
  proxy = await faultProxy(registry.url);
  options = { provenance: false, env: await logIn(proxy.url, folder), pauseMs: 10, attempts: 2 };
});

afterEach(() => {
  proxy.fault = () => undefined;
});

afterAll(async () => {
  await proxy.close();
  await registry.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A tarball of `@sailkit/b-client` in that version. */
async function tarball(version: string, readme?: string): Promise<Tarball> {
  const made = madeRepository(version);
  try {
    if (readme !== undefined) made.write("packages/b-client/README.md", readme);
    const [client] = made.packages;
    if (client === undefined) throw new Error("no package");
    return await packPackage(client, {
      root: made.root,
      out: path.join(folder, readme ?? "out"),
      versions: made.versions,
    });
  } finally {
    made.remove();
  }
}

/** Counts uploads, and lets the first ones meet what `faults` says. */
function meet(faults: readonly ReturnType<FaultProxy["fault"]>[]): { uploads: number } {
  const seen = { uploads: 0 };
  proxy.fault = (method) => (method === "PUT" ? faults[seen.uploads++] : undefined);
  return seen;
}

describe("publishing ends well, now or by a rerun (R04)", () => {
  test("what is not there is published, once", async () => {
    const one = await tarball("1.0.0");
    expect(await publishTarball(one, options)).toBe("published");
    const seen = meet([]);
    expect(await publishTarball(one, options)).toBe("already-published");
    expect(seen.uploads).toBe(0);
  });

  test("the same version from another build is left as it is", async () => {
    await publishTarball(await tarball("1.1.0"), options);
    expect(await publishTarball(await tarball("1.1.0", "another"), options)).toBe("repacked");
  });

  test("a registry that answers 503 once is tried again", async () => {
    const seen = meet([{ status: 503 }]);
    expect(await publishTarball(await tarball("1.2.0"), options)).toBe("published");
    expect(seen.uploads).toBe(2);
  });

  test("a registry that stays out of order is reported in its words, and a rerun goes on", async () => {
    const one = await tarball("1.3.0");
    meet([{ status: 503 }, { status: 503 }]);
    await expect(publishTarball(one, options)).rejects.toThrow(
      /^@sailkit\/b-client@1\.3\.0 was not published:\n[\s\S]*503[\s\S]*run the same command again to go on\.$/,
    );
    expect(await publishTarball(one, options)).toBe("published");
  });

  test("an upload whose answer was lost is not sent twice", async () => {
    const seen = meet(["lost-answer"]);
    expect(await publishTarball(await tarball("1.4.0"), options)).toBe("published");
    expect(seen.uploads).toBe(1);
  });

  test("a network that is gone is reported, and a rerun goes on", async () => {
    const one = await tarball("1.5.0");
    proxy.fault = () => "lost-request";
    await expect(publishTarball(one, options)).rejects.toThrow("was not published");
    proxy.fault = () => undefined;
    expect(await publishTarball(one, options)).toBe("published");
  });

  test("a refusal is not tried again", async () => {
    const seen = meet([{ status: 403 }, { status: 403 }]);
    await expect(publishTarball(await tarball("1.6.0"), options)).rejects.toThrow("was not published");
    expect(seen.uploads).toBe(1);
  });
});
