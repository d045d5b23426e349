/** Whether users can read the code that runs here: a page or a worker of a browser, not Node with a DOM for tests. */
export function isBrowser(): boolean {
  const { navigator, process } = globalThis as {
    navigator?: { userAgent?: string };
    process?: { versions?: { node?: string } };
  };
  return /^Mozilla/.test(navigator?.userAgent ?? "") && !process?.versions?.node;
}
