import { type FSWatcher, watch } from "node:fs";

/** Editors write a file in several steps; what follows within so many ms belongs to the same save. */
const SETTLE = 12;

/**
 * Calls back after each save of a template.
 * @param changed gets the time of the save, on the clock of `performance`. Never called again before its promise is settled.
 */
export function watchFolders(folders: readonly string[], changed: (since: number) => Promise<void>): { close(): void } {
  let since: number | undefined;
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let closed = false;
  const run = async (): Promise<void> => {
    if (busy || since === undefined || closed) return;
    busy = true;
    const start = since;
    since = undefined;
    try {
      await changed(start);
    } finally {
      busy = false;
      void run();
    }
  };
  const saved = (name: string | null) => {
    if (name !== null && !name.endsWith(".mustache")) return;
    since ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => void run(), SETTLE);
  };
  const watchers: FSWatcher[] = folders.map((folder) => watch(folder, { recursive: true }, (_, name) => saved(name)));
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers) watcher.close();
    },
  };
}
