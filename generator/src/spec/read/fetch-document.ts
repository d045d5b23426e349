import { createHash } from "node:crypto";
import { decodeText } from "./decode-text.ts";
import { decompress } from "./decompress.ts";
import { limits } from "./limits.ts";
import { parseText } from "./parse-text.ts";
import type { ReadDocument } from "./read-document.ts";
import { refuse } from "./refuse.ts";

const timeoutMs = 30_000;

/**
 * Fetches a JSON or YAML document from a URL that the user has allowed by name. Redirects are not followed, since they could
 * lead elsewhere.
 *
 * @throws SpecRefusal when it cannot be fetched in 30 s, is larger than `limits.maxBytes`, or is neither JSON nor YAML.
 */
export async function fetchDocument(url: string): Promise<ReadDocument> {
  const bytes = await fetchBytes(url);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { sha256, ...(await parseText(decodeText(await decompress(bytes, url, limits.maxBytes), url), url)) };
}

async function fetchBytes(url: string): Promise<Buffer> {
  const response = await request(url);
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > limits.maxBytes) {
      refuse({ rule: "too-large", pointer: "", message: `"${url}" answers more than ${limits.maxBytes} bytes.` });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function request(url: string): Promise<Response> {
  let failure: string;
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    if (response.ok) return response;
    await response.body?.cancel();
    failure = `answers with status ${response.status}`;
  } catch {
    failure = "cannot be reached";
  }
  return refuse({
    rule: "unreachable-url",
    pointer: "",
    message: `"${url}" ${failure}.`,
    hint: "Check the address; a redirect must be replaced by the address it leads to.",
  });
}
