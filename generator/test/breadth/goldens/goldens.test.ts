import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, expect, test } from "vitest";
import { inRepository } from "../../../src/config/in-repository.ts";
import { prepareRuntime } from "../../../src/java/prepare-runtime.ts";
import { buildOutput } from "../../../src/pipeline/build-output.ts";
import { loadSpec } from "../../../src/pipeline/load-spec.ts";
import { startGenerator } from "../../../src/pipeline/start-generator.ts";
import { silentReporter } from "../../silent-reporter.ts";
import { goldenFile } from "./golden-file.ts";
import { GOLDEN_DOCS, GOLDEN_FIXTURES } from "./golden-fixtures.ts";
import { goldenTexts } from "./golden-texts.ts";

let texts: Map<string, string>;

beforeAll(async () => {
  texts = await goldenTexts();
}, 60_000);

test.each([...GOLDEN_FIXTURES, ...Object.keys(GOLDEN_DOCS).map((name) => `docs/${name}`)])(
  "%s gives its golden (pnpm goldens:update writes them anew)",
  (fixture) => {
    expect(texts.get(fixture)).toBe(readFileSync(goldenFile(fixture), "utf8"));
  },
);

test("the command itself writes what the goldens say", { timeout: 60_000 }, async () => {
  const root = await mkdtemp(path.join(tmpdir(), "sailkit-golden-"));
  try {
    const spec = inRepository("generator/test/fixtures/features/one-of-discriminator.yaml");
    const target = {
      name: "golden",
      spec,
      overlay: undefined,
      root,
      extent: "generated",
      docs: false,
      allowRefs: [],
      command: "sailkit generate",
    } as const;
    const silent = silentReporter();
    const { document } = await loadSpec(target, silent);
    const generator = startGenerator(target, { runtime: prepareRuntime() });
    const { files } = await buildOutput(target, document, generator, silent);
    const golden = texts.get("one-of-discriminator") ?? "";
    for (const [file, text] of files) {
      if (file.endsWith(".ts"))
        expect(golden).toContain(text.replaceAll("one-of-discriminator.yaml", "spec.yaml").trimEnd());
    }
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
