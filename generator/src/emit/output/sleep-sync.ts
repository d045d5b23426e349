/** Blocks this thread for so many milliseconds; a swap must not let other code of this process run in between. */
export function sleepSync(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
