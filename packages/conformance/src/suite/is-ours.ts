/** Where the suite and the packages stand in a stack trace. */
const OURS = /node_modules|suite-[\w-]+\.mjs/;

/**
 * Whether the suite or a package calls, rather than the runtime itself: the second place in the trace, after the function
 * that asks.
 */
export function isOurs(stack = ""): boolean {
  const frames = stack.split("\n").filter((line) => /^\s*at |@/.test(line));
  return OURS.test(frames[1] ?? "");
}
