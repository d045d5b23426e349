import path from "node:path";
import { cacheFolder } from "../java/cache-folder.ts";
import { checkCache } from "./doctor/check-cache.ts";
import { checkDisk } from "./doctor/check-disk.ts";
import { checkJava } from "./doctor/check-java.ts";
import { checkNode } from "./doctor/check-node.ts";
import { checkPnpm } from "./doctor/check-pnpm.ts";
import type { DoctorReport } from "./doctor/doctor-report.ts";
import { formatDoctorReport } from "./doctor/format-doctor-report.ts";
import { readPins } from "./doctor/read-pins.ts";

/** All optional; the defaults are what the CLI uses. */
export interface DoctorOptions {
  /** Prints the report as JSON rather than for a person. Default: false */
  readonly json?: boolean | undefined;
  /** Takes what is printed. Defaults to stdout. */
  readonly print?: (text: string) => void;
  /** Where settings are read from. Defaults to `process.env`. */
  readonly env?: NodeJS.ProcessEnv;
  /** The Node to judge, without a leading "v". Defaults to the running one. */
  readonly node?: string;
  /** The root `package.json`, which pins Node and pnpm. Defaults to the one of this repository. */
  readonly rootManifest?: string;
  /** Stops a download. */
  readonly signal?: AbortSignal | undefined;
}

const ROOT_MANIFEST = path.resolve(import.meta.dirname, "../../../package.json");

/**
 * Finds out whether this machine can regenerate, prints it, and returns it. Looks at Node, pnpm, the cache folder, its
 * disk, and Java; fetches the pinned jar and makes the class archive where they are missing, so that `generate` works
 * offline afterwards. What is wrong is reported, not thrown.
 *
 * @throws only the reason of `signal`, once aborted
 */
export async function doctor(options: DoctorOptions = {}): Promise<DoctorReport> {
  const { env = process.env, node = process.versions.node, rootManifest = ROOT_MANIFEST, signal } = options;
  const { print = (text) => process.stdout.write(`${text}\n`), json = false } = options;
  const pins = await readPins(rootManifest);
  const folder = cacheFolder(env);
  const cache = await checkCache(folder);
  const checks = [
    checkNode(node, pins.node),
    checkPnpm(env, pins.pnpm),
    cache,
    await checkDisk(folder),
    ...(await checkJava(env, signal)),
  ];
  const report = { ok: checks.every(({ ok }) => ok), checks };
  print(json ? JSON.stringify(report, undefined, 2) : formatDoctorReport(report));
  return report;
}
