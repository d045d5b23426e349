import { createRequire } from "node:module";
import path from "node:path";
import { Miniflare } from "miniflare";
import { bundlePacked } from "../packed/bundle-packed.ts";
import type { Outcome } from "../suite/outcome.ts";
import type { Runtime } from "./runtime.ts";

const entry = path.join(import.meta.dirname, "../suite/entry-worker.ts");
const conditions = ["workerd", "worker", "browser"];

/** The runtime of Cloudflare workers, without its compatibility with Node. */
export const workerdRuntime: Runtime = {
  name: "workerd",
  page: false,
  async run(job, { folder }) {
    const { code } = await bundlePacked(entry, folder, { conditions });
    // `cf: false`: Miniflare would fetch where this machine is.
    const miniflare = new Miniflare({ modules: true, script: code, compatibilityDate: "2026-01-01", cf: false });
    try {
      const answer = await miniflare.dispatchFetch("http://suite.example/", {
        method: "POST",
        body: JSON.stringify(job),
      });
      if (!answer.ok) throw new Error(`workerd failed: ${await answer.text()}`);
      return { outcomes: (await answer.json()) as Outcome[], version: workerdVersion() };
    } finally {
      await miniflare.dispose();
    }
  },
};

function workerdVersion(): string {
  const ofMiniflare = createRequire(createRequire(import.meta.url).resolve("miniflare"));
  return (ofMiniflare("workerd/package.json") as { version: string }).version;
}
