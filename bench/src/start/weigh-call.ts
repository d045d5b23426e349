import path from "node:path";
import { measureBundle } from "../../../packages/conformance/src/sizes/measure-bundle.ts";
import type { Contender } from "../clients/contender.ts";

/** One call in a bundle. */
export interface CallWeight {
  /** Bytes after gzip of what loads first. */
  readonly bytes: number;
  /** Whether it can be bundled for a browser; else it was for Node. */
  readonly fitsBrowser: boolean;
}

/** Weighs a program that makes one call by a contender, as a website would bundle it. */
export async function weighCall({ module }: Contender): Promise<CallWeight> {
  const program = `export { open } from ${JSON.stringify(`./${path.basename(module)}`)};\n`;
  const folder = path.dirname(module);
  const weigh = async (platform: "browser" | "node") =>
    (await measureBundle(program, folder, { platform, logLevel: "silent" })).bytes;
  try {
    return { bytes: await weigh("browser"), fitsBrowser: true };
  } catch {
    return { bytes: await weigh("node"), fitsBrowser: false };
  }
}
