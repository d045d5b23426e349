const blockSize = 64 * 1024;

/** A JSON array of numbers, `bytes` long, made while it is read: it takes no memory. With `gzip`, compressed. */
export function floodBody({
  bytes,
  gzip = false,
}: {
  readonly bytes: number;
  readonly gzip?: boolean;
}): ReadableStream<Uint8Array<ArrayBuffer>> {
  const block = new TextEncoder().encode("0,".repeat(blockSize / 2));
  const last = new TextEncoder().encode("0]");
  let left = bytes - last.length - 1;

  const flood = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(new TextEncoder().encode("[")),
    pull(controller) {
      if (left > 1) {
        const piece = left < blockSize ? block.slice(0, left - (left % 2)) : block.slice();
        left -= piece.length;
        controller.enqueue(piece);
      } else {
        controller.enqueue(last);
        controller.close();
      }
    },
  });
  return gzip ? flood.pipeThrough(new CompressionStream("gzip")) : flood;
}
