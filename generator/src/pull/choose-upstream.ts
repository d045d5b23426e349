import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { sha256 } from "../emit/lock/sha256.ts";
import type { KeptRecord } from "./find-record.ts";
import { isUrl } from "./is-url.ts";
import { PullError } from "./pull-error.ts";

/** Where a pull gets the spec, and what may tell it that there is nothing to get. */
export interface ChosenUpstream {
  /** A URL, or the path of a file. */
  readonly from: string;
  /** Whether it is the place that the record names, and not one that somebody asked for. */
  readonly isRecorded: boolean;
  /** The edition already taken note of, by `ETag` and SHA-256. */
  readonly known: {
    readonly etag?: string | undefined;
    readonly sha256?: string | undefined;
    readonly date?: string | undefined;
  };
}

/**
 * Decides where to pull from. Asked for by name, a document is only taken for unchanged where it is what the spec file was
 * pulled from; the recorded upstream is unchanged where its edition is the one that was last taken note of.
 *
 * @param from what was asked for; undefined for the upstream of the record
 * @param spec absolute path of the spec file
 * @throws {PullError} where neither says where
 */
export function chooseUpstream(from: string | undefined, { file, record }: KeptRecord, spec: string): ChosenUpstream {
  const { upstream, pulled } = record;
  if (from !== undefined) {
    const isPulled = pulled?.from === from && existsSync(spec) && sha256(readFileSync(spec)) === pulled.spec;
    const etag = isUrl(from) && isPulled ? (pulled.etag ?? undefined) : undefined;
    return { from, isRecorded: false, known: { etag, date: pulled?.date } };
  }
  const known = { etag: upstream.etag ?? undefined, sha256: upstream.sha256, date: upstream.date };
  if (upstream.url !== undefined) return { from: upstream.url, isRecorded: true, known };
  if (upstream.file !== undefined) {
    return { from: path.resolve(path.dirname(file), upstream.file), isRecorded: true, known };
  }
  throw new PullError(
    `${path.basename(file)} names no upstream. Say where the spec is with --from URL or FILE, or write \`upstream.url\` there.`,
  );
}
