import type { Clock } from "./clock.ts";
import { onAbort } from "./on-abort.ts";

/** A signal of its own, with what ends it. */
export interface Scope {
  readonly signal: AbortSignal;
  /** Milliseconds left until the deadline; Infinity without one. */
  left(): number;
  /** Stops the timer and lets go of the parent. */
  close(): void;
  /** Closes it and aborts what still runs. */
  abort(): void;
}

/**
 * A signal that is aborted with the parent's reason when the parent is, and with `late()` after `ms` milliseconds, where
 * they are given. Not `AbortSignal.any`: not every runtime has it, and it holds on to its sources until they are collected.
 */
export function openScope(
  clock: Clock,
  parent: AbortSignal | null | undefined,
  ms?: number,
  late?: () => Error,
): Scope {
  const controller = new AbortController();
  const end = clock.now() + (ms ?? Number.POSITIVE_INFINITY);
  const follow = () => controller.abort(parent?.reason);
  const cancel =
    ms === undefined || ms === Number.POSITIVE_INFINITY
      ? undefined
      : clock.after(ms, () => controller.abort(late?.()), false);
  let leave = () => {};
  if (parent?.aborted) follow();
  else if (parent) leave = onAbort(parent, follow);
  const close = () => {
    cancel?.();
    leave();
  };
  return {
    signal: controller.signal,
    left: () => end - clock.now(),
    close,
    abort() {
      close();
      controller.abort();
    },
  };
}
