import { readFileSync } from "node:fs";
import path from "node:path";
import { prepareRuntime } from "../../../src/java/prepare-runtime.ts";
import { inRepository } from "../../../src/pipeline/repository.ts";
import { buildTogether } from "../build-together.ts";
import { GOLDEN_FIXTURES } from "./golden-fixtures.ts";

/** The goldens as they should be, by fixture: spec and generated files in one readable Markdown text each. */
export async function goldenTexts(): Promise<Map<string, string>> {
  const files = GOLDEN_FIXTURES.map((name) => inRepository(`generator/test/fixtures/features/${name}.yaml`));
  const built = await buildTogether(files, prepareRuntime());
  return new Map(
    [...built].map(([file, { files: generated }]) => {
      const name = path.basename(file, ".yaml");
      const blocks = [...generated]
        .filter(([place]) => place.endsWith(".ts"))
        .map(([place, text]) => fenced(place, "ts", text));
      return [name, `# ${name}\n\n${[fenced("spec", "yaml", readFileSync(file, "utf8")), ...blocks].join("\n")}`];
    }),
  );
}

function fenced(title: string, language: string, text: string): string {
  // Prose of a spec may hold fences of its own.
  return `## ${title}\n\n~~~~${language}\n${text.trimEnd()}\n~~~~\n`;
}
