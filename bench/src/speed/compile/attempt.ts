/**
 * Tries something that a tool may give up on.
 * @param what said before its last words
 * @param fail hears of it
 * @returns whether it worked
 */
export function attempt(what: string, fail: (reason: string) => void, run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    fail(`${what}: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}
