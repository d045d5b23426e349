import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { inRepository } from "../../../src/config/in-repository.ts";

/**
 * The text of the edition that `spec/source.json` names, from the folder of specs at `SAILKIT_SPECS`; `undefined` where there is
 * none, or only another edition, which our own text need not agree with.
 */
export function readPublished(): string | undefined {
  const { upstream } = JSON.parse(readFileSync(inRepository("spec/source.json"), "utf8"));
  const file = path.join(process.env.SAILKIT_SPECS ?? "", `sailpoint-beta-${upstream.date}.json.gz`);
  if (!process.env.SAILKIT_SPECS || !existsSync(file)) return undefined;
  const text = gunzipSync(readFileSync(file));
  return createHash("sha256").update(text).digest("hex") === upstream.sha256 ? text.toString("utf8") : undefined;
}
