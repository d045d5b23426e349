import { type FSWatcher, globSync, watch } from "node:fs";
import path from "node:path";

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
  // Each folder by itself: a recursive watch loses sight of files that an editor replaces instead of writing into them.
  const watchers = new Map<string, FSWatcher>();
  const saved = () => {
    since ??= performance.now();
    clearTimeout(timer);
    timer = setTimeout(() => void run(), SETTLE);
  };
  /** Watches folders that are new, and says whether there are any. */
  const watchAll = (): boolean => {
    const present = new Set(closed ? [] : folders.flatMap(foldersBelow));
    for (const [folder, watcher] of watchers) {
      if (present.has(folder)) continue;
      watcher.close();
      watchers.delete(folder);
    }
    const added = [...present].filter((folder) => !watchers.has(folder));
    for (const folder of added) {
      const watcher = watch(folder, (_, name) => {
        if (watchAll() || name === null || name.endsWith(".mustache")) saved();
      });
      // A folder that goes away is found to be gone by the event of the one around it.
      watcher.on("error", () => {});
      watchers.set(folder, watcher);
    }
    return added.length > 0;
  };
  watchAll();
  return {
    close() {
      closed = true;
      clearTimeout(timer);
      for (const watcher of watchers.values()) watcher.close();
    },
  };
}

function foldersBelow(folder: string): string[] {
  const inner = globSync("**/", { cwd: folder, exclude: (entry) => entry === "node_modules" });
  return [folder, ...inner.map((name) => path.join(folder, name))].map((name) => path.resolve(name));
}
