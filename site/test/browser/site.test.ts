import { readFileSync } from "node:fs";
import path from "node:path";
import { findBrowser } from "@sailkit/conformance/find-browser";
import { createTenant } from "@sailkit/sandbox";
import { serve } from "@sailkit/sandbox/node";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeFaults } from "./axe-faults.ts";
import { type OpenSite, openSite } from "./open-site.ts";

const browser = findBrowser();
if (browser === undefined) {
  console.warn(
    "SKIPPED: the site is not tried in a browser, since there is none. Install Chromium, or set SAILKIT_BROWSER.",
  );
}

const REFERENCE = "/tools/sdk/typescript/beta/methods/task-management";
const PAGES = [
  "/",
  "/guides/quick-start",
  REFERENCE,
  "/explorer",
  "/performance",
  "/comparison",
  "/api/beta-sdk/classes/BetaSdk",
  "/search",
];

describe.skipIf(browser === undefined)("the site in a browser", () => {
  let site: OpenSite;
  beforeAll(async () => {
    site = await openSite(browser ?? "");
  });
  afterAll(() => site?.close());

  test("a person finds the quick start from the first page, and reads it", async () => {
    const page = await site.page();
    await page.goto("/");
    await page.getByRole("main").getByRole("link", { name: "Quick start" }).click();
    await page.getByRole("heading", { level: 1, name: "Quick start" }).waitFor();
    expect(await page.locator("pre code").count()).toBeGreaterThan(4);
    await site.shoot(page, "quick-start");
  });

  test("they search for an operation, open its reference, and copy the example as it stands in its file", async () => {
    const page = await site.page({ permissions: ["clipboard-read", "clipboard-write"] });
    await page.goto("/guides/quick-start");
    const search = page.getByLabel("Search", { exact: true });
    await search.click();
    await search.pressSequentially("getTaskStatusList");
    const results = page.getByRole("option");
    await results.first().waitFor();
    await site.shoot(page, "search");
    await results.first().click();
    await page.waitForURL(`**${REFERENCE}**#get-task-status-list`);
    await page.getByRole("heading", { level: 2, name: "getTaskStatusList" }).waitFor();
    await site.shoot(page, "reference");
    const block = page.locator("#example").locator("xpath=following::div[contains(@class,'codeBlockContainer')][1]");
    await block.hover();
    await block.getByRole("button", { name: "Copy code to clipboard" }).click();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    const file = "../../../packages/beta-client/docs/examples/task-management/get-task-status-list.ts";
    expect(copied.trim()).toBe(readFileSync(path.join(import.meta.dirname, file), "utf8").trim());
  });

  test("they run the operation in the explorer, on a tenant in the page, and break it", async () => {
    const page = await site.page();
    await page.goto(REFERENCE);
    await page.getByRole("link", { name: "Try it in the explorer" }).first().click();
    await page.getByLabel("limit (query)").fill("3");
    const answer = page.getByRole("region", { name: "Answer" });
    expect(await send(page)).toMatch(/^200 The function answered data/);
    await answer.getByText("headers").click();
    expect(await answer.textContent()).toMatch(/x-total-count\d+/);
    const tasks = JSON.parse((await answer.locator("pre").textContent()) ?? "") as { completionStatus: string }[];
    expect(tasks.map(({ completionStatus }) => /^(?:TEMP)?ERROR$/.test(completionStatus))).toEqual([true, true, true]);
    await site.shoot(page, "explorer");

    await page.getByLabel("What goes wrong").selectOption({ label: "Too many requests (429)" });
    expect(await send(page)).toMatch(/^429 The function answered an error/);
    await page.getByLabel("Operation").selectOption("updateTaskStatus");
    await page.getByLabel("What goes wrong").selectOption({ label: "Nothing" });
    expect(await send(page)).toMatch(/^200 The function answered data/);
    await page.getByLabel("Who calls").selectOption("application");
    expect(await send(page)).toMatch(/^403 The function answered an error/);
    expect(await page.locator("pre").last().textContent()).toContain("await updateTaskStatus(client, {");
  });

  test("or on a sandbox that listens on their machine", async () => {
    const tenant = createTenant({ tasks: 20, cors: true });
    const server = await serve(tenant);
    try {
      const page = await site.page();
      await page.goto("/explorer?operation=getPendingTasks");
      await page.getByLabel("A sandbox on this machine").check();
      await page.getByLabel(/^Its URL/).fill(server.url);
      expect(await send(page)).toMatch(/^200 The function answered data/);
      const reached = tenant.requests.filter(({ operation }) => operation !== undefined);
      expect(reached.map(({ operation }) => operation)).toEqual(["createToken", "getPendingTasks"]);
    } finally {
      await server.close();
    }
  });

  test("all of it goes by keyboard alone", async () => {
    const page = await site.page();
    await page.goto("/");
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("Skip to main content");
    await page.keyboard.press("Control+k");
    await page.keyboard.type("getTaskStatus", { delay: 5 });
    await page.getByRole("option").first().waitFor();
    await page.keyboard.press("Enter");
    await page.waitForURL(`**${REFERENCE}**#get-task-status`);
    await page.goto("/");
    await tabTo(page, "Explorer");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "API explorer" }).waitFor();
    await page.getByLabel("Operation").waitFor();
    await tabTo(page, "Send");
    await page.keyboard.press("Enter");
    await page.getByText("The function answered data").waitFor();
    await site.shoot(page, "keyboard");
  });

  test("a phone, 375 pixels wide, shows every page without scrolling sideways, and can send", async () => {
    const page = await site.page({ viewport: { width: 375, height: 740 }, hasTouch: true });
    for (const path of PAGES) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 375]);
      await site.shoot(page, `phone${path.replaceAll(/\W/g, "-")}`);
    }
    await page.goto("/explorer");
    expect(await send(page)).toMatch(/^200/);
    await page.goto("/guides/quick-start");
    await page.getByRole("button", { name: "Toggle navigation bar" }).click();
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Errors and retries" }).waitFor();
    await site.shoot(page, "phone-menu");
  });

  test("what is dark stays dark", async () => {
    const page = await site.page({ colorScheme: "dark" });
    await page.goto("/");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    await page.getByRole("button", { name: /Switch between dark and light mode/ }).click();
    await page.reload();
    expect(await page.locator("html").getAttribute("data-theme")).toBe("light");
  });

  test.each(["light", "dark"] as const)("axe finds no serious fault on any kind of page, %s", async (colorScheme) => {
    const page = await site.page({ colorScheme, reducedMotion: "reduce" });
    const found: Record<string, string[]> = {};
    for (const path of PAGES) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).first().waitFor();
      if (path === "/explorer") await send(page);
      const faults = await axeFaults(page);
      if (faults.length > 0) found[path] = faults;
      await site.shoot(page, `${colorScheme}${path.replaceAll(/\W/g, "-")}`);
    }
    expect(found).toEqual({});
  });

  test("no page asked another host for anything, or logged an error", () => {
    expect(site.strays).toEqual([]);
    expect(site.faults.filter((fault) => !/status of 4\d\d/.test(fault))).toEqual([]);
  });
});

/** Sends what the form says, and gives what the page says of the answer. */
async function send(page: Page): Promise<string> {
  const answer = page.getByRole("region", { name: "Answer" });
  const before = Number(await answer.getAttribute("data-number"));
  await page.getByRole("button", { name: "Send" }).click();
  await page.locator(`[aria-label=Answer][data-number="${before + 1}"]`).waitFor();
  return (await answer.textContent()) ?? "";
}

function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement as HTMLElement | null)?.textContent?.trim() ?? "");
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if ((await focused(page)) === name) return;
  }
  throw new Error(`Sixty presses of Tab do not reach ${name}.`);
}
