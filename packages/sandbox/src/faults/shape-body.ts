import type { Clock } from "../clock/clock.ts";
import { BrokenConnection } from "./broken-connection.ts";
import type { Fault } from "./fault.ts";

/** A body that comes piece by piece, or breaks off, as a fault wants it. */
export function shapeBody(
  bytes: Uint8Array<ArrayBuffer>,
  { truncate = Number.POSITIVE_INFINITY, drip }: Pick<Fault, "truncate" | "drip">,
  clock: Clock,
  signal: AbortSignal,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const { bytes: size, every } =
    drip === true ? { bytes: 1, every: 1000 } : (drip ?? { bytes: bytes.length, every: 0 });
  const stop = new AbortController();
  const end = Math.min(truncate, bytes.length);
  let sent = 0;

  return new ReadableStream({
    async pull(controller) {
      // The first piece comes with the headers.
      if (sent > 0 && sent < end && every > 0) await clock.sleep(every, either(stop.signal, signal));
      if (sent < end) {
        const piece = bytes.slice(sent, Math.min(sent + Math.max(size, 1), end));
        sent += piece.length;
        controller.enqueue(piece);
      } else if (end < bytes.length) {
        controller.error(new BrokenConnection("terminated", "UND_ERR_SOCKET"));
      } else {
        controller.close();
      }
    },
    cancel: () => stop.abort(),
  });
}

/** A signal that follows two others. `AbortSignal.any` would do, where it exists. */
function either(a: AbortSignal, b: AbortSignal): AbortSignal {
  const both = new AbortController();
  for (const signal of [a, b]) {
    if (signal.aborted) both.abort(signal.reason);
    signal.addEventListener("abort", () => both.abort(signal.reason), { once: true, signal: both.signal });
  }
  return both.signal;
}
