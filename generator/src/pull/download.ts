import { limits } from "../spec/read/limits.ts";
import { refuse } from "../spec/read/refuse.ts";
import { checkMediaType } from "./check-media-type.ts";
import { followRedirect } from "./follow-redirect.ts";
import { publicUrl } from "./public-url.ts";
import { PullError } from "./pull-error.ts";
import { transferFailure } from "./transfer-failure.ts";

export interface DownloadOptions {
  /** `ETag` of what is there already. */
  readonly etag?: string | undefined;
  /** For the whole transfer, redirects and body included, in ms. Default 60,000. */
  readonly timeoutMs?: number | undefined;
  /** The most that is read, after decoding, in bytes. Default 100 MiB. */
  readonly maxBytes?: number | undefined;
  /** Hosts that redirects may lead to beside the one asked. Default none. */
  readonly allowRedirects?: readonly string[] | undefined;
}

/** An answer, read to its end. Undefined stands for 304: what is there already is still right. */
export interface Download {
  readonly bytes: Buffer;
  readonly etag: string | null;
  /** `Last-Modified`, where it says a time. */
  readonly lastModified: Date | undefined;
  /** Whether the protocol would have shown a body that was cut off. */
  readonly isWhole: boolean;
}

const MAX_REDIRECTS = 5;

/**
 * Fetches a document over https, or over http from this machine.
 *
 * @returns undefined where the server says that `etag` is still the one
 * @throws {PullError} where it cannot be had: offline, too slow, another status than 200, a redirect that may not be followed
 * @throws {SpecRefusal} for one that is too large, or no JSON or YAML by its own word
 */
export async function download(address: string, options: DownloadOptions = {}): Promise<Download | undefined> {
  const { timeoutMs = 60_000, maxBytes = limits.maxBytes } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  const url = checkedUrl(address);
  try {
    const response = await request(url, signal, options);
    if (response.status === 304) return undefined;
    checkMediaType(response.headers.get("content-type"), publicUrl(url));
    const modified = new Date(response.headers.get("last-modified") ?? "");
    return {
      bytes: await readBody(response, publicUrl(url), maxBytes),
      etag: response.headers.get("etag"),
      lastModified: Number.isNaN(modified.getTime()) ? undefined : modified,
      isWhole: isBounded(response),
    };
  } catch (error) {
    throw transferFailure(error, url, timeoutMs);
  }
}

/** Whether a body that ends early is an error. Node takes the start of a gzip stream for a whole one, so packed ones are not. */
function isBounded({ headers }: Response): boolean {
  return !headers.has("content-encoding") && (headers.has("content-length") || headers.has("transfer-encoding"));
}

function checkedUrl(address: string): URL {
  const url = URL.parse(address);
  const isHere = url !== null && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  if (url?.protocol === "https:" || (url?.protocol === "http:" && isHere)) return url;
  throw new PullError(
    url?.protocol === "http:"
      ? `${publicUrl(url)} is not encrypted, so anybody on the way could change the spec. Use https, or fetch it yourself and pull the file.`
      : `"${address.slice(0, 200)}" is no https address. Nothing was changed.`,
  );
}

async function request(start: URL, signal: AbortSignal, options: DownloadOptions): Promise<Response> {
  const headers = new Headers({
    accept: "application/json, application/yaml;q=0.9, */*;q=0.1",
    // So that a cut-off answer is seen as one, see isBounded.
    "accept-encoding": "identity",
    "user-agent": "sailkit",
  });
  if (options.etag !== undefined) headers.set("if-none-match", options.etag);
  let url = start;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
    const response = await fetch(bare(url), { headers: authorized(headers, url), redirect: "manual", signal });
    if (response.status === 200 || (response.status === 304 && options.etag !== undefined)) return response;
    await response.body?.cancel();
    if (![301, 302, 303, 307, 308].includes(response.status)) throw unusable(response, url);
    url = followRedirect(url, response.headers.get("location"), options.allowRedirects ?? []);
  }
  throw new PullError(
    `${publicUrl(start)} redirects more than ${MAX_REDIRECTS} times. Nothing was changed. Fetch it yourself, and pull the file with --from FILE.`,
  );
}

/** `fetch` takes no user and password in a URL; they become a header, for the host they were written for only. */
function authorized(headers: Headers, { username, password }: URL): Headers {
  if (username === "" && password === "") return headers;
  const pair = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
  const result = new Headers(headers);
  result.set("authorization", `Basic ${Buffer.from(pair).toString("base64")}`);
  return result;
}

function bare(url: URL): URL {
  const result = new URL(url);
  result.username = "";
  result.password = "";
  return result;
}

function unusable(response: Response, url: URL): PullError {
  const wait = response.headers.get("retry-after");
  const advice =
    response.status === 401 || response.status === 403
      ? "Check that you may read it; a downloaded copy can be pulled with --from FILE."
      : response.status === 404 || response.status === 410
        ? "Check the address: --from, or `upstream.url` in source.json."
        : `Try again later${wait !== null && /^\d{1,6}$/.test(wait) ? `, in ${wait} s at the earliest` : ""}.`;
  return new PullError(`${publicUrl(url)} answers with status ${response.status}. Nothing was changed. ${advice}`);
}

async function readBody(response: Response, name: string, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = Number(response.headers.get("content-length") ?? 0) > maxBytes ? Number.POSITIVE_INFINITY : 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) {
      // Leaving the loop cancels the body, which closes the connection.
      refuse({
        rule: "too-large",
        pointer: "",
        message: `"${name}" answers more than ${maxBytes} bytes.`,
        hint: "Check the address; no spec known is nearly as large.",
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
