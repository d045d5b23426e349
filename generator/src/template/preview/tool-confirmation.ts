import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { JavaRuntime } from "../../java/java-runtime.ts";
import { heapFor } from "../../java/render-templates.ts";
import { type LiveRendering, startRendering } from "../../java/start-rendering.ts";
import type { TemplateFile } from "../../java/template-file.ts";
import { isObject, type JsonObject } from "../../spec/json.ts";
import type { TemplateSet } from "../language/template-set.ts";

/** openapi-generator, started ahead and waiting for its input, to say whether it prints what was previewed. */
export interface ToolConfirmation {
  /**
   * Renders some entries. A run that is still on is given up.
   * @returns what the tool wrote, by path, or undefined where a later run took its place
   * @throws TemplateError naming file and line; JavaMissing; JarError
   */
  render(set: TemplateSet, entries: readonly string[]): Promise<ReadonlyMap<string, string> | undefined>;
  close(): void;
}

export interface ToolConfirmationOptions {
  readonly skeleton: JsonObject;
  /** Folders of templates, later ones over earlier ones. */
  readonly folders: readonly string[];
  readonly files: readonly TemplateFile[];
  readonly runtime: JavaRuntime | Promise<JavaRuntime>;
  /** Whether to start the next JVM as soon as one was used. */
  readonly stay: boolean;
}

interface WaitingJvm {
  readonly rendering: LiveRendering;
  readonly abort: AbortController;
  /** The templates it has by now. */
  readonly texts: Map<string, string>;
}

/** Starts the first JVM. */
export function toolConfirmation({
  skeleton,
  folders,
  files,
  runtime,
  stay,
}: ToolConfirmationOptions): ToolConfirmation {
  const heap = heapFor(JSON.stringify(skeleton).length);
  const start = (): WaitingJvm => {
    const abort = new AbortController();
    const rendering = startRendering({ templates: folders, files, runtime, heap, signal: abort.signal });
    return { rendering, abort, texts: new Map() };
  };
  let waiting: WaitingJvm | undefined = start();
  let running: WaitingJvm | undefined;
  let closed = false;
  return {
    async render(set, entries) {
      running?.abort.abort(SUPERSEDED);
      const jvm = waiting ?? start();
      waiting = undefined;
      running = jvm;
      const folder = await mkdtemp(path.join(tmpdir(), "sailkit-confirm-"));
      try {
        await jvm.rendering.replaceTemplates(new Map(set.names.map((name) => [name, set.text(name)])), entries);
        await jvm.rendering.deliver(reduced(skeleton, entries));
        const written = await jvm.rendering.collect(folder);
        return new Map(
          await Promise.all(
            written.map(
              async (file): Promise<[string, string]> => [file, await readFile(path.join(folder, file), "utf8")],
            ),
          ),
        );
      } catch (error) {
        if (jvm.abort.signal.reason === SUPERSEDED) return undefined;
        throw error;
      } finally {
        await rm(folder, { recursive: true, force: true });
        if (running === jvm) {
          running = undefined;
          if (stay && !closed) waiting ??= start();
        }
      }
    },
    close() {
      closed = true;
      waiting?.abort.abort(SUPERSEDED);
      running?.abort.abort(SUPERSEDED);
    },
  };
}

const SUPERSEDED = new Error("A later change took its place.");

/** Without the values that no entry in question prints: reading them is most of the work of a large spec. */
function reduced(skeleton: JsonObject, entries: readonly string[]): JsonObject {
  const hasDocs = entries.some((name) => name.startsWith("docs/"));
  const hasClient = entries.some((name) => !name.startsWith("docs/"));
  if (hasDocs && hasClient) return skeleton;
  const keeps = (key: string) => {
    if (!key.startsWith("x-sailkit-") || key === "x-sailkit-banner") return true;
    return key.startsWith("x-sailkit-docs") ? hasDocs : hasClient;
  };
  const kept = (object: JsonObject) => Object.fromEntries(Object.entries(object).filter(([key]) => keeps(key)));
  const paths = Object.entries(isObject(skeleton.paths) ? skeleton.paths : {}).map(([key, item]) => {
    const get = isObject(item) && isObject(item.get) ? kept(item.get) : {};
    return [key, { get }] as const;
  });
  return { ...kept(skeleton), paths: Object.fromEntries(paths) };
}
