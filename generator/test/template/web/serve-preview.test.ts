import { type ChildProcess, spawn } from "node:child_process";
import { request } from "node:http";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { inRepository } from "../../../src/config/in-repository.ts";
import { type LayerFolder, layerFolder } from "../preview/layer-folder.ts";
import { findBrowser } from "./find-browser.ts";

const OPERATION = "client/operation.mustache";
const GENERATED = "src/generated/operations/ships.ts";
const executablePath = findBrowser();

let layer: LayerFolder;
let child: ChildProcess;
let url: string;

beforeAll(async () => {
  layer = await layerFolder();
  const spec = inRepository("generator/test/fixtures/features/collection-data.yaml");
  const flags = ["templates", "preview", "--web", "--templates", layer.folder, "--spec", spec];
  child = spawn(process.execPath, [inRepository("generator/bin/sailkit.ts"), ...flags], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  url = await new Promise<string>((resolve, reject) => {
    let printed = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
      const [found] = /http:\S+/.exec(printed) ?? [];
      if (found) resolve(found);
    });
    child.on("exit", () => reject(new Error(`The preview ended: ${printed}`)));
  });
}, 60_000);

afterAll(async () => {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await ended;
  layer.remove();
}, 60_000);

function ask(
  path: string,
  options: { host?: string; method?: string } = {},
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  const headers = options.host === undefined ? {} : { host: options.host };
  return new Promise((resolve, reject) => {
    const asked = request(new URL(path, url), { headers, method: options.method ?? "GET" }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text, headers: response.headers }));
    });
    asked.on("error", reject).end();
  });
}

test("the page is served on the loopback interface, to its own name alone, to be read only", async () => {
  expect(new URL(url).hostname).toBe("127.0.0.1");
  const page = await ask("/");
  expect(page.status).toBe(200);
  expect(page.headers["content-security-policy"]).toContain("default-src 'none'; script-src 'self'");
  expect(page.text.match(/(?:src|href)="([^"]+)"/g)).toEqual(['href="data:,"', 'href="page.css"', 'src="page.js"']);
  expect(await ask("/", { host: "rebound.example" })).toMatchObject({ status: 403 });
  expect(await ask("/events", { host: "rebound.example" })).toMatchObject({ status: 403 });
  expect(await ask("/", { method: "POST" })).toMatchObject({ status: 405 });
  expect(await ask("/../../package.json")).toMatchObject({ status: expect.toSatisfy((status) => status >= 400) });
});

describe.skipIf(executablePath === undefined)("in a browser", () => {
  let browser: Browser;
  let page: Page;
  const requested = new Set<string>();
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
    page = await browser.newPage();
    page.on("request", (sent) => void requested.add(new URL(sent.url()).origin));
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    page.on("pageerror", (error) => void complaints.push(error.message));
    await page.goto(url);
    await page.getByRole("status").filter({ hasText: "Round 1" }).waitFor();
    await page.getByRole("combobox", { name: "Template" }).selectOption(OPERATION);
  }, 60_000);

  afterAll(() => browser?.close());

  test("three panes show the template, the data it sees, and what it prints", async () => {
    await expect.poll(() => page.locator("#source").textContent()).toContain("{{! Prints one operation");
    await expect
      .poll(() => page.locator("#context").textContent())
      .toContain('resultName: "ListShipsResult" #/paths/~1ships/get/operationId');
    await expect.poll(() => page.locator("#text").textContent()).toContain("export function listShips(");
    await page.getByLabel("Search").fill("sorters");
    await expect.poll(() => page.locator("#context").textContent()).not.toContain("resultName");
    expect(await page.locator("#context").textContent()).toContain("sorters");
    await page.getByLabel("Search").fill("");
    await page.getByLabel("Data of").selectOption("every template");
    await expect.poll(() => page.locator("#context").textContent()).toContain("x-sailkit-banner");
  });

  test("a save shows at once, with its difference and what the steps say", async () => {
    layer.change(OPERATION, " answers. */", " gives back. */");
    await page.locator("#text .added", { hasText: "gives back." }).waitFor({ timeout: 5000 });
    expect(await page.locator("#text .removed").textContent()).toContain("answers.");
    await expect
      .poll(() => page.getByRole("status").textContent(), { timeout: 10_000 })
      .toMatch(/1 file differs, nothing wrong · shown \d+ ms · types \d+ ms · openapi-generator \d+ ms/);
    expect(await page.locator("#output option:checked").textContent()).toBe(`${GENERATED} (+1 -1)`);
    await page.getByLabel("Whole file").check();
    await expect.poll(() => page.locator("#text").textContent()).toContain("// Generated by sailkit");
    expect(await page.locator("#text .added").count()).toBe(1);
    await page.getByLabel("Whole file").uncheck();
  }, 30_000);

  test("a mistake is pointed at, with the values in scope", async () => {
    const { line } = layer.change(OPERATION, "{{/filters}}", "{{/filter}}");
    await page
      .locator("#problems li", { hasText: "{{/filter}} stands where {{/filters}} must close" })
      .waitFor({ timeout: 5000 });
    expect(await page.locator("#problems dl").textContent()).toContain('"ListShipsFilters"');
    expect(await page.locator("#source .fault").getAttribute("data-line")).toBe(String(line));
    layer.change(OPERATION);
    await expect.poll(() => page.locator("#problems li").count(), { timeout: 5000 }).toBe(0);
  }, 30_000);

  test("nothing but its own server was asked, and the browser had nothing to object to", () => {
    expect([...requested]).toEqual([new URL(url).origin]);
    expect(complaints).toEqual([]);
  });
});
