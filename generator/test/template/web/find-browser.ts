import { existsSync } from "node:fs";
import path from "node:path";

/** Where systems have Chromium or Chrome. */
const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ...["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((name) => {
    const base = process.env[name];
    return base === undefined ? [] : [path.join(base, "Google/Chrome/Application/chrome.exe")];
  }),
];

/**
 * The browser to test pages in: the one that `SAILKIT_BROWSER` names, or one where systems have it.
 * @returns undefined where there is none, which is said aloud
 * @throws Error where `SAILKIT_BROWSER` names none: whoever sets it means to have one
 */
export function findBrowser(env: NodeJS.ProcessEnv = process.env): string | undefined {
  const named = env.SAILKIT_BROWSER;
  if (named && !existsSync(named)) throw new Error(`SAILKIT_BROWSER is ${named}, and there is no such file.`);
  const found = named || PLACES.find((place) => existsSync(place));
  if (!found) console.warn("NO BROWSER: pages are not tested. Install Chromium, or name a browser by SAILKIT_BROWSER.");
  return found;
}
