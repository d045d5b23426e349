import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { isObject, type Json } from "../spec/json.ts";
import { PullError } from "./pull-error.ts";
import type { SourceRecord } from "./source-record.ts";

/** A record, and the file it is kept in. */
export interface KeptRecord {
  /** Absolute path; the file need not exist. */
  readonly file: string;
  readonly record: SourceRecord;
}

/**
 * The record of an API, beside its spec: `source.<api>.json`, or `source.json` where that one is about this API. Where there
 * is none, an empty one that is to be kept in the first of these names that is free.
 *
 * @throws {PullError} for a file that is no record
 */
export function findRecord(api: string, spec: string): KeptRecord {
  const folder = path.dirname(spec);
  const general = path.join(folder, "source.json");
  const own = path.join(folder, `source.${api}.json`);
  for (const file of [own, general].filter(existsSync)) {
    const record = read(file);
    if (record.api === api) return { file, record };
  }
  return { file: existsSync(general) ? own : general, record: { api, upstream: {}, tags: [] } };
}

function read(file: string): SourceRecord {
  let value: Json;
  try {
    value = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new PullError(
      `${file} is no valid JSON. Mend it, or restore it from git; spec/README.md says what it holds.`,
    );
  }
  if (!isObject(value) || typeof value.api !== "string" || !isObject(value.upstream)) {
    throw new PullError(`${file} has no \`api\` or no \`upstream\`. spec/README.md says what it holds.`);
  }
  return value as unknown as SourceRecord;
}
