/** Writes every golden anew: `node generator/test/breadth/goldens/update.ts`. Look at the difference before you commit it. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { goldenFile } from "./golden-file.ts";
import { goldenTexts } from "./golden-texts.ts";

const texts = await goldenTexts();
for (const [fixture, text] of texts) {
  mkdirSync(path.dirname(goldenFile(fixture)), { recursive: true });
  writeFileSync(goldenFile(fixture), text);
}
console.log(`${texts.size} goldens written.`);
