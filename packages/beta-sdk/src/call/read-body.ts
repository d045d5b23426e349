/** The body is longer than allowed. */
export class BodyTooLarge extends Error {}

/**
 * Reads a body to its end, so that the connection can be used again.
 * @param most - bytes allowed, decompressed; above it the rest is not read
 * @param signal - stops reading; belongs to this one attempt
 * @returns the bytes, or null where the answer has no body
 * @throws {BodyTooLarge}
 */
export async function readBody(
  response: Response,
  most: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (response.body === null) return null;
  // React Native gives no stream.
  if (!response.body) return new Uint8Array(await response.arrayBuffer());
  const reader = response.body.getReader();
  const stop = () => void reader.cancel().catch(() => {});
  signal.addEventListener("abort", stop, { once: true });
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      stop();
      throw new BodyTooLarge();
    }
    chunks.push(value);
  }
  const body = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    body.set(chunk, at);
    at += chunk.length;
  }
  return body;
}
