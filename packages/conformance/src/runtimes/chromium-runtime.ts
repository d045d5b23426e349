import path from "node:path";
import { bundlePacked } from "../packed/bundle-packed.ts";
import type { Job } from "../suite/job.ts";
import type { Outcome } from "../suite/outcome.ts";
import { findBrowser } from "./find-browser.ts";
import { openBrowser } from "./open-browser.ts";
import type { Runtime } from "./runtime.ts";
import { serveText } from "./serve-text.ts";

const entry = path.join(import.meta.dirname, "../suite/entry-page.ts");

/** A page of a browser, of another origin than the API. */
export const chromiumRuntime: Runtime = {
  name: "Chromium",
  page: true,
  missing: () =>
    findBrowser() === undefined
      ? "no Chromium or Chrome is installed: install one, or name its executable by SAILKIT_BROWSER"
      : undefined,
  async run(job, { folder }) {
    const { code } = await bundlePacked(entry, folder, { format: "iife", platform: "browser" });
    const server = await serveText({ "/": ["text/html", "<!doctype html><title>Suite</title>"] });
    const browser = await openBrowser(findBrowser() ?? "");
    try {
      const page = await browser.newPage();
      await page.goto(server.url);
      await page.addScriptTag({ content: code });
      const run = (given: Job) => (globalThis as unknown as { runSuite(job: Job): Promise<Outcome[]> }).runSuite(given);
      return { outcomes: await page.evaluate(run, job), version: browser.version() };
    } finally {
      await browser.close();
      await server.close();
    }
  },
};
