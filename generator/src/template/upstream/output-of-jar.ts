import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRepository } from "../../config/in-repository.ts";
import { readTargets } from "../../config/read-targets.ts";
import { findJava } from "../../java/find-java.ts";
import { renderTemplates } from "../../java/render-templates.ts";
import { templateFiles } from "../../pipeline/template-files.ts";
import { renderText } from "../language/render-text.ts";
import { readTemplates } from "../language/template-set.ts";
import { type FileDifference, fileDifferences } from "../preview/file-difference.ts";
import { readTemplateData } from "../read-template-data.ts";
import { renderedScopes } from "../rendered-scopes.ts";
import type { ReadableJar } from "./obtain-jar.ts";

/**
 * Runs a jar on our templates and our spec, and compares what it prints with what it has to print.
 * @throws Error with the jar's own words where it fails
 */
export async function outputOfJar(jar: ReadableJar): Promise<FileDifference[]> {
  const [target] = await readTargets([]);
  if (!target) throw new Error("sailkit.config.ts lists no API: add one to `apis`.");
  const { skeleton } = await readTemplateData(target);
  const files = templateFiles(target);
  const set = readTemplates([inRepository("templates")]);
  const expected = files.flatMap((file) =>
    renderedScopes(skeleton, file).map(({ destination, scopes }): [string, string] => [
      destination,
      renderText(set, file.template, scopes),
    ]),
  );
  const outDir = await mkdtemp(path.join(tmpdir(), "sailkit-upstream-"));
  try {
    const runtime = { java: await findJava(), jar, archive: undefined };
    const { written } = await renderTemplates({
      skeleton,
      templates: inRepository("templates"),
      files,
      outDir,
      runtime,
    });
    const found = await Promise.all(
      written.map(async (file): Promise<[string, string]> => [file, await readFile(path.join(outDir, file), "utf8")]),
    );
    return fileDifferences(new Map(expected), new Map(found));
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
