import type { PreviewOptions } from "../../template/preview/preview-options.ts";
import type { PreviewResult, PreviewStep } from "../../template/preview/preview-result.ts";
import { type PreviewSession, previewSession } from "../../template/preview/preview-session.ts";
import { watchFolders } from "../../template/preview/watch-folders.ts";

/** What learns of each round. All are called in order; those of a round that a later one overtook may be left out. */
export interface PreviewListener {
  /** Once the session is warm. */
  ready?(session: PreviewSession): void;
  shown(result: PreviewResult, session: PreviewSession): void;
  typed?(step: PreviewStep, result: PreviewResult): void;
  confirmed?(step: PreviewStep, result: PreviewResult): void;
}

/**
 * Shows what the templates make of a spec, once.
 * @returns whether nothing was found wrong
 */
export async function preview(options: PreviewOptions, listener: PreviewListener): Promise<boolean> {
  const session = await previewSession(options);
  try {
    listener.ready?.(session);
    return await showRound(session, await session.refresh(), listener);
  } finally {
    await session.close();
  }
}

/**
 * Shows it again after each save of a template, until the signal.
 * @throws what the session throws while it is prepared
 */
export async function watchPreview(
  options: PreviewOptions,
  listener: PreviewListener,
  signal: AbortSignal,
): Promise<void> {
  const session = await previewSession({ ...options, stay: true });
  const rounds = new Set<Promise<unknown>>();
  const round = async (since?: number) => {
    const shown = showRound(session, await session.refresh(since), listener);
    rounds.add(shown);
    // The slower steps do not hold up the next save.
    void shown.finally(() => rounds.delete(shown));
  };
  const watcher = watchFolders(session.folders, round);
  try {
    await round();
    listener.ready?.(session);
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
  } finally {
    watcher.close();
    await session.close();
    await Promise.allSettled(rounds);
  }
}

async function showRound(session: PreviewSession, result: PreviewResult, listener: PreviewListener): Promise<boolean> {
  listener.shown(result, session);
  const types = await result.types;
  if (types) listener.typed?.(types, result);
  const tool = await result.tool;
  if (tool) listener.confirmed?.(tool, result);
  return [result, types, tool].every((step) => (step?.problems.length ?? 0) === 0);
}
