import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { JavaRuntime } from "../../java/java-runtime.ts";
import { renderTemplates } from "../../java/render-templates.ts";
import type { JsonObject } from "../../spec/json.ts";
import { dataModel } from "../upstream/data-model.ts";
import { openZip } from "../upstream/open-zip.ts";

/** Separate what is printed; a skeleton has none of them outside of x-sailkit values. */
const [OPERATION, NAME, VALUE] = ["\u0001", "\u0002", "\u0003"];

/**
 * What the tool itself gives a template beside our values, for each operation of a tag: asked of the tool by a template that
 * prints every text, number and condition its data model has.
 *
 * @returns by name, for each operation of the tag in order; only what is not empty
 */
export async function toolValues(
  skeleton: JsonObject,
  tag: string,
  runtime: JavaRuntime,
): Promise<Record<string, string>[]> {
  const jar = openZip(runtime.jar.file);
  const members = [...(dataModel(jar).get("CodegenOperation") ?? [])].filter(([, type]) =>
    /^(?:String|boolean|int|Boolean|Integer)$/.test(type),
  );
  jar.close();
  const folder = await mkdtemp(path.join(tmpdir(), "sailkit-context-"));
  try {
    await mkdir(path.join(folder, "templates"));
    const values = members.map(([name]) => `${NAME}${name}${VALUE}{{{${name}}}}`).join("");
    const text = `{{#operations}}{{#operation}}${OPERATION}${values}{{/operation}}{{/operations}}`;
    await writeFile(path.join(folder, "templates", "tool.mustache"), text);
    const files = [{ template: "tool.mustache", type: "api", destination: "{tag}.txt" }] as const;
    const outDir = path.join(folder, "out");
    await renderTemplates({ skeleton, templates: path.join(folder, "templates"), files, outDir, runtime });
    return split(await readFile(path.join(outDir, `${tag}.txt`), "utf8"), OPERATION).map((operation) =>
      Object.fromEntries(
        split(operation, NAME)
          .map((pair) => pair.split(VALUE))
          .filter(([, value]) => value !== ""),
      ),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function split(text: string, mark: string): string[] {
  return text.split(mark).slice(1);
}
