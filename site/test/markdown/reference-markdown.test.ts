import { existsSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { generateDocs, readTree } from "../../../generator/test/emit/docs/generated-docs.ts";
import { hostileSpec } from "../../../generator/test/emit/docs/hostile-spec.ts";
import { mdxContents } from "../../../generator/test/text/mdx-contents.ts";
import { siteReader } from "./read-as-site.ts";

/** Elements that generated pages use on purpose, and the one that Docusaurus puts around a title. */
const OURS = new Set(["<br>", "<code>", "<header>"]);

/**
 * What the site's own compiler makes of pages beside text, or makes of their text.
 * @param compares whether to hold the text against that of a plain compiler, which takes as long again
 */
async function findings(files: ReadonlyMap<string, string>, compares = true): Promise<string[]> {
  const read = await siteReader();
  const found: string[] = [];
  for (const [page, source] of files) {
    if (!page.endsWith(".md")) continue;
    const { active, text } = await read(page, source);
    const more = active.filter(
      (node) => !OURS.has(node) && !(node === "mdxjsEsm" && active.indexOf(node) === active.lastIndexOf(node)),
    );
    found.push(...more.map((node) => `${page} holds ${node}`));
    if (!compares) continue;
    const plain = (await mdxContents(source)).text.replace(/\s+/g, "");
    if (text !== plain) found.push(`${page} reads differently: ${difference(plain, text)}`);
  }
  return found;
}

function difference(expected: string, actual: string): string {
  const at = [...expected].findIndex((character, index) => character !== actual[index]);
  return `${expected.slice(at - 20, at + 40)} became ${actual.slice(at - 20, at + 40)}`;
}

test("the site shows every page of our reference as what it says", async () => {
  expect(await findings(readTree(path.join(import.meta.dirname, "../../../packages/beta-client/docs")))).toEqual([]);
});

test.each(["3.0.3", "3.1.0"] as const)(
  "H12: text of a hostile spec of OpenAPI %s stays text on the site",
  async (openapi) => {
    const docs = await generateDocs(hostileSpec(openapi));
    try {
      expect(await findings(docs.files)).toEqual([]);
    } finally {
      docs.remove();
    }
  },
);

const spec = path.join(process.env.SAILKIT_SPECS ?? "", "sailpoint-beta-2026-08-22.json.gz");

describe.skipIf(process.env.SAILKIT_SPECS === undefined || !existsSync(spec))(
  "the whole beta API (SAILKIT_SPECS)",
  () => {
    test("every page compiles with the settings of the site, and stays text", async () => {
      const docs = await generateDocs(spec);
      try {
        const pages = [...docs.files.keys()].filter((file) => file.endsWith(".md"));
        expect(await findings(docs.files, false)).toEqual([]);
        console.info(`pages of the whole beta API that the site's compiler takes: ${pages.length} of ${pages.length}`);
      } finally {
        docs.remove();
      }
    }, 300_000);
  },
);
