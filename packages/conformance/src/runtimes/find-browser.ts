import { existsSync } from "node:fs";
import path from "node:path";

const { PROGRAMFILES = "", SAILKIT_BROWSER = "" } = process.env;

/** Where Chromium and its kin are installed. */
const PLACES = [
  SAILKIT_BROWSER,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  path.join(PROGRAMFILES, "Google/Chrome/Application/chrome.exe"),
  path.join(PROGRAMFILES, "Microsoft/Edge/Application/msedge.exe"),
];

/** The executable of a browser, `SAILKIT_BROWSER` first; undefined where there is none. */
export function findBrowser(): string | undefined {
  return PLACES.find((place) => place !== "" && path.isAbsolute(place) && existsSync(place));
}
