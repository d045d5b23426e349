import path from "node:path";
import { sha256 } from "../emit/lock/sha256.ts";
import { isObject, type JsonObject } from "../spec/json.ts";
import type { ChosenUpstream } from "./choose-upstream.ts";
import type { Edition } from "./edition.ts";
import { isUrl } from "./is-url.ts";
import type { SourceRecord, Upstream } from "./source-record.ts";

export interface PulledDocument {
  readonly edition: Edition;
  readonly document: JsonObject;
  /** The text that is written to the spec file. */
  readonly text: string;
}

const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

/**
 * The record after a pull. The edition of the upstream changes only where that was pulled from; a copy from elsewhere says
 * nothing about it.
 *
 * @param root of the repository: files outside it are recorded by their names alone
 * @param today `2026-08-22`, for editions that do not say their day
 */
export function nextRecord(
  record: SourceRecord,
  { from, isRecorded }: ChosenUpstream,
  { edition, document, text }: PulledDocument,
  { root, today }: { readonly root: string; readonly today: string },
): SourceRecord {
  const { etag, sha256: hash, bytes } = edition;
  const facts = { date: edition.date ?? today, etag, sha256: hash, bytes: bytes.length };
  const isUpstream = isRecorded || from === record.upstream.url;
  const first: Upstream =
    isUrl(from) && record.upstream.url === undefined && record.upstream.file === undefined ? { url: from } : {};
  return {
    ...record,
    upstream: { ...record.upstream, ...first, ...(isUpstream || first.url ? { ...titled(document), ...facts } : {}) },
    tags: tagsOf(document),
    pulled: { from: isUrl(from) ? from : placeOf(edition.file ?? from, root), ...facts, spec: sha256(text) },
  };
}

function titled({ info }: JsonObject): Pick<Upstream, "name" | "version"> {
  if (!isObject(info)) return {};
  const { title, version } = info;
  return {
    ...(typeof title === "string" && { name: title }),
    ...(typeof version === "string" && { version }),
  };
}

/** Tags in the order in which operations first name them. */
function tagsOf({ paths }: JsonObject): string[] {
  const tags = new Set<string>();
  for (const item of isObject(paths) ? Object.values(paths) : []) {
    for (const method of METHODS) {
      const operation = isObject(item) ? item[method] : undefined;
      const names = isObject(operation) ? operation.tags : undefined;
      for (const name of Array.isArray(names) ? names : []) if (typeof name === "string") tags.add(name);
    }
  }
  return [...tags];
}

function placeOf(file: string, root: string): string {
  const way = path.relative(root, file);
  return way.startsWith("..") || path.isAbsolute(way) ? path.basename(file) : way.replaceAll("\\", "/");
}
