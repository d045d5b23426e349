import path from "node:path";
import type { Target } from "../config/target.ts";
import type { HashedFile } from "../emit/lock/lock.ts";
import type { Reporter } from "../progress/create-reporter.ts";
import { bundleSpec } from "../spec/bundle/bundle-spec.ts";
import type { Finding } from "../spec/finding.ts";
import { guardSpec } from "../spec/guard/guard-spec.ts";
import type { JsonObject } from "../spec/json.ts";
import { applyOverlay } from "../spec/overlay/apply-overlay.ts";
import { readDocument } from "../spec/read/read-document.ts";
import { readSpec } from "../spec/read/read-spec.ts";
import { SpecRefusal } from "../spec/spec-refusal.ts";

/** A spec with everything in one document, known to be safe for the stages behind. */
export interface LoadedSpec {
  readonly document: JsonObject;
  /** Files it refers to, relative to its own folder. */
  readonly files: readonly HashedFile[];
}

/**
 * Reads, overlays, bundles and guards a spec.
 * @throws {SpecRefusal} with every reason found, before anything is written
 */
export async function loadSpec(
  target: Pick<Target, "spec" | "overlay" | "allowRefs">,
  reporter: Pick<Reporter, "stage" | "warn">,
): Promise<LoadedSpec> {
  const source = await reporter.stage("read", () => readSpec(target.spec));
  // Before the bundle, so that an overlay can mend a reference that leads nowhere.
  const overlaid = await reporter.stage("overlay", () => applied(source.document, target.overlay, reporter));
  const bundled = await reporter.stage("bundle", () =>
    bundleSpec({ ...source, document: overlaid }, { allowRefs: target.allowRefs }),
  );
  accept(bundled.findings, reporter);
  const { document } = bundled;
  accept(await reporter.stage("guard", () => guardSpec(document)), reporter);
  const folder = path.dirname(target.spec);
  const files = bundled.files
    .map(({ file, sha256 }) => ({
      file: path.relative(folder, path.resolve(folder, file)).replaceAll("\\", "/"),
      sha256,
    }))
    .filter(({ file }) => file !== path.basename(target.spec))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  return { document, files };
}

async function applied(
  document: JsonObject,
  file: string | undefined,
  reporter: Pick<Reporter, "warn">,
): Promise<JsonObject> {
  if (file === undefined) return document;
  const { value } = await readDocument(file, path.basename(file));
  const result = applyOverlay(document, value as JsonObject);
  accept(result.findings, reporter);
  return result.document;
}

/** Reports warnings; errors refuse the spec. */
function accept(findings: readonly Finding[], reporter: Pick<Reporter, "warn">): void {
  const errors = findings.filter(({ severity }) => severity === "error");
  for (const finding of findings) if (finding.severity === "warning") reporter.warn(finding);
  if (errors.length > 0) throw new SpecRefusal(errors);
}
