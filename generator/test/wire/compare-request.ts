import { isDeepStrictEqual } from "node:util";
import type { BodySample, Part } from "./oracle/body-sample.ts";
import type { ExpectedCall } from "./oracle/expected-call.ts";
import type { Pair } from "./oracle/serialize-parameter.ts";
import { parseMultipart } from "./parse-multipart.ts";
import type { Recorded } from "./recording-server.ts";

/** What a request has that it should not have, or the other way round: one line each. */
export function compareRequest(expected: ExpectedCall, actual: Recorded, baseUrl: string): string[] {
  const mismatches: string[] = [];
  const compare = (what: string, wanted: unknown, got: unknown) => {
    if (!isDeepStrictEqual(wanted, got)) mismatches.push(`${what}: expected ${show(wanted)}, got ${show(got)}`);
  };
  const slash = expected.path.startsWith("/") ? "" : "/";
  const url = new URL(actual.url, baseUrl);
  compare("method", expected.method, actual.method);
  compare(
    "path",
    canonical(new URL(baseUrl + slash + expected.path.replaceAll("\\", "%5C")).pathname),
    canonical(url.pathname),
  );
  compare("query", sorted(expected.query), sorted(decodedPairs(url.search.slice(1))));
  compare("cookies", sorted(expected.cookies), sorted(cookiePairs(actual.headers.get("cookie"))));
  for (const [name, value] of expected.headers) {
    compare(`header ${name}`, value, (actual.headers.get(name) ?? "").replaceAll(", ", ","));
  }
  compareBody(expected.body, actual, compare);
  return mismatches;
}

type Compare = (what: string, wanted: unknown, got: unknown) => void;

function compareBody(expected: BodySample | undefined, { headers, body }: Recorded, compare: Compare): void {
  const type = headers.get("content-type") ?? undefined;
  if (!expected) {
    compare("body", "", body.toString("latin1"));
    compare("content-type", undefined, type);
    return;
  }
  const { arrives, contentType } = expected;
  if (!("parts" in arrives)) compare("content-type", contentType, type);
  if ("json" in arrives) compare("body", arrives.json, parsed(body.toString("utf8")));
  else if ("pairs" in arrives)
    compare("body", arrives.pairs, decodedPairs(body.toString("utf8").replaceAll("+", "%20")));
  else if ("bytes" in arrives) compare("body", Buffer.from(arrives.bytes), body);
  else {
    compare("content-type", contentType.split(";")[0], type?.split(";")[0]);
    const parts = parseMultipart(type ?? "", body);
    const anyType = (part: Part, index: number) => ({ ...part, type: arrives.parts[index]?.type && part.type });
    compare("parts", arrives.parts, parts.map(anyType));
  }
}

/** One spelling for each of the encodings that mean the same. */
function canonical(path: string): string {
  return path
    .replace(/%[\da-f]{2}/gi, (triplet) => {
      const character = String.fromCharCode(Number.parseInt(triplet.slice(1), 16));
      return /[\w.~-]/.test(character) ? character : triplet.toUpperCase();
    })
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

function decodedPairs(query: string): Pair[] {
  if (query === "") return [];
  return query.split("&").map((pair): Pair => {
    const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(pair) ?? [];
    return [decoded(name), decoded(value)];
  });
}

function cookiePairs(header: string | null): Pair[] {
  return header === null ? [] : header.split("; ").flatMap(decodedPairs);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** By name; values of one name stay in order. */
function sorted(pairs: readonly Pair[]): Pair[] {
  return [...pairs].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function show(value: unknown): string {
  const text = Buffer.isBuffer(value) ? value.toString("latin1") : value;
  return (JSON.stringify(text) ?? "nothing").slice(0, 400);
}
