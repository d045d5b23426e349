import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** The vendor's whole beta spec, which the targets are about; undefined where `SAILKIT_SPECS` does not have it. */
export function wholeBeta(): Record<string, unknown> | undefined {
  const file = path.join(process.env.SAILKIT_SPECS ?? "", "sailpoint-beta-2026-08-22.json.gz");
  if (!process.env.SAILKIT_SPECS || !existsSync(file)) return undefined;
  const document = JSON.parse(gunzipSync(readFileSync(file)).toString()) as Record<string, unknown>;
  // It refers to files that do not exist; peers give up on it, sailkit does not look.
  delete document["x-webhooks"];
  return document;
}
