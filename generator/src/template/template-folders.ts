import { existsSync, statSync } from "node:fs";
import path from "node:path";
import { inRepository } from "../config/in-repository.ts";

/**
 * The folders that templates come from: ours, then those of a fork, each of which may replace some.
 * @param layers folders, relative to the current one
 * @throws Error for a layer that is no folder
 */
export function templateFolders(layers: readonly string[] = []): string[] {
  const folders = layers.map((layer) => path.resolve(layer));
  for (const folder of folders) {
    if (!existsSync(folder) || !statSync(folder).isDirectory())
      throw new Error(
        `--templates names ${folder}, which is no folder. Make it, and put into it what replaces a template of ours, under the same path.`,
      );
  }
  return [inRepository("templates"), ...folders];
}
