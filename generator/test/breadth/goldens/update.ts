/** Writes every golden anew: `node generator/test/breadth/goldens/update.ts`. Look at the difference before you commit it. */
import { writeFileSync } from "node:fs";
import { goldenFile } from "./golden-file.ts";
import { goldenTexts } from "./golden-texts.ts";

const texts = await goldenTexts();
for (const [fixture, text] of texts) writeFileSync(goldenFile(fixture), text);
console.log(`${texts.size} goldens written.`);
