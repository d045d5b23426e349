import { chromium } from "playwright-core";

/** What a browser sees of the page. */
export interface Sight {
  /** The status when it has loaded, and after a click for more. */
  readonly before: string;
  readonly after: string;
  /** How often the page has asked its server for a token. */
  readonly tokens: number;
  /** All that the page's server has sent, as text. */
  readonly received: string;
}

/** Opens the page in a browser, clicks once, and tells what it has seen. @param executablePath of a Chromium */
export async function look(executablePath: string, url: string): Promise<Sight> {
  const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  const browser = await chromium.launch({ executablePath, args });
  try {
    const page = await browser.newPage();
    const received: Promise<string>[] = [];
    let tokens = 0;
    page.on("response", (response) => {
      if (response.url().endsWith("/token")) tokens++;
      if (response.url().startsWith(url)) received.push(response.text());
    });
    await page.goto(url);
    const status = page.getByRole("status");
    const items = page.getByRole("listitem");
    await items.nth(9).waitFor();
    const before = (await status.textContent()) ?? "";
    await page.getByRole("button", { name: "More" }).click();
    await items.nth(10).waitFor();
    const after = (await status.textContent()) ?? "";
    return { before, after, tokens, received: (await Promise.all(received)).join("\n") };
  } finally {
    await browser.close();
  }
}
