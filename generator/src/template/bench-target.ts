import { existsSync } from "node:fs";
import path from "node:path";
import { readTargets } from "../config/read-targets.ts";
import type { Target } from "../config/target.ts";

/** Which spec the templates are looked at with. */
export interface BenchSpec {
  /** Any spec instead of one of `sailkit.config.ts`. */
  readonly spec?: string | undefined;
  /** Name of an API in `sailkit.config.ts`; its first one where left out. */
  readonly api?: string | undefined;
}

/**
 * What the templates are tried on, docs included.
 * @throws Error where there is no such spec or API
 */
export async function benchTarget({ spec, api }: BenchSpec): Promise<Target> {
  if (spec === undefined) {
    const [target] = await readTargets(api === undefined ? [] : [api]);
    if (!target) throw new Error("sailkit.config.ts lists no API: name a spec by --spec.");
    return target;
  }
  const file = path.resolve(spec);
  if (!existsSync(file)) throw new Error(`There is no spec ${file}. Correct the path behind --spec.`);
  return {
    name: path.basename(file),
    spec: file,
    overlay: undefined,
    root: path.dirname(file),
    extent: "package",
    docs: true,
    allowRefs: [],
    command: "sailkit generate --spec FILE --out DIR",
  };
}
