import type { Clock } from "./clock.ts";
import { onAbort } from "./on-abort.ts";

/** A signal of its own, with what ends it. */
export interface Scope {
  readonly signal: AbortSignal;
  /** Milliseconds left until the deadline; Infinity without one. */
  left(): number;
  /** Stops the clock of the deadline. @returns what lets it go on */
  pause(): () => void;
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
  ms: number = Number.POSITIVE_INFINITY,
  late?: () => Error,
): Scope {
  const controller = new AbortController();
  const follow = () => controller.abort(parent?.reason);
  let end = 0;
  let cancel: (() => void) | undefined;
  const left = () => end - clock.now();
  const run = (rest: number) => {
    end = clock.now() + rest;
    if (rest < Number.POSITIVE_INFINITY) cancel = clock.after(rest, () => controller.abort(late?.()), false);
  };
  run(ms);
  let leave = () => {};
  if (parent?.aborted) follow();
  else if (parent) leave = onAbort(parent, follow);
  const close = () => {
    cancel?.();
    leave();
  };
  return {
    signal: controller.signal,
    left,
    pause() {
      const rest = left();
      cancel?.();
      return () => run(rest);
    },
    close,
    abort() {
      close();
      controller.abort();
    },
  };
}
