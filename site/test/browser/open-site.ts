import { mkdirSync } from "node:fs";
import path from "node:path";
import { type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { buildSite } from "../build/build-site.ts";
import { serveFolder } from "./serve-folder.ts";

/** The built site in a browser. */
export interface OpenSite {
  readonly url: string;
  /** Requests that left for another host than this machine. */
  readonly strays: readonly string[];
  /** What pages logged as errors, or threw. */
  readonly faults: readonly string[];
  /** A page of its own, with a storage of its own. */
  page(options?: BrowserContextOptions): Promise<Page>;
  /** Keeps what a page looks like in `screenshots/`. */
  shoot(page: Page, name: string): Promise<void>;
  close(): Promise<void>;
}

const screenshots = path.join(import.meta.dirname, "../../screenshots");

/** Builds the site, serves it, and starts the browser. */
export async function openSite(executablePath: string): Promise<OpenSite> {
  const server = await serveFolder(await buildSite());
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  const [strays, faults]: [string[], string[]] = [[], []];
  mkdirSync(screenshots, { recursive: true });
  return {
    url: server.url,
    strays,
    faults,
    async page(options) {
      const context = await browser.newContext({
        viewport: { width: 1280, height: 800 },
        baseURL: server.url,
        ...options,
      });
      await context.route(
        ({ hostname }) => hostname !== "127.0.0.1",
        (route) => {
          strays.push(route.request().url());
          return route.abort();
        },
      );
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(`${page.url()}: ${message.text()}`);
      });
      return page;
    },
    shoot: async (page, name) => {
      await page.screenshot({ path: path.join(screenshots, `${name}.png`) });
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
