import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadSpec } from "../../src/pipeline/load-spec.ts";
import type { Finding } from "../../src/spec/finding.ts";
import type { JsonObject } from "../../src/spec/json.ts";
import { SpecRefusal } from "../../src/spec/spec-refusal.ts";

/** The errors for which a document is refused; empty where it is not. Makes nothing of it. */
export async function refusalOf(document: JsonObject | string): Promise<readonly Finding[]> {
  const root = await mkdtemp(path.join(tmpdir(), "sailkit-hostile-"));
  try {
    const spec = path.join(root, "openapi.yaml");
    await writeFile(spec, typeof document === "string" ? document : JSON.stringify(document));
    const reporter = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };
    await loadSpec({ spec, overlay: undefined, allowRefs: [] }, reporter);
    return [];
  } catch (error) {
    if (error instanceof SpecRefusal) return error.findings;
    throw error;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}
