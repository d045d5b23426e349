import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import path from "node:path";
import { writeRepositoryPages } from "./write-repository-pages.mts";

/** Runs Docusaurus, after the pages that are made from files of the repository. It neither looks for updates nor tells anyone. */
const root = path.dirname(import.meta.dirname);
writeRepositoryPages(path.join(root, "..", "docs"), path.join(root, ".generated", "pages"));

const require = createRequire(import.meta.url);
const docusaurus = path.join(path.dirname(require.resolve("@docusaurus/core/package.json")), "bin", "docusaurus.mjs");
const { status } = spawnSync(process.execPath, [docusaurus, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
  env: { ...process.env, NO_UPDATE_NOTIFIER: "1", BROWSERSLIST_IGNORE_OLD_DATA: "1" },
});
process.exitCode = status ?? 1;
