import path from "node:path";
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
import type { Target } from "./target.ts";

/** A spec with everything in one document, known to be safe for the stages behind. */
export interface LoadedSpec {
  readonly document: JsonObject;
  /** Files it refers to, relative to its own folder. */
  readonly files: readonly HashedFile[];
}

/**
 * Reads, bundles, overlays and guards a spec.
 * @throws {SpecRefusal} with every reason found, before anything is written
 */
export async function loadSpec(
  target: Pick<Target, "spec" | "overlay" | "allowRefs">,
  reporter: Pick<Reporter, "stage" | "warn">,
): Promise<LoadedSpec> {
  const source = await reporter.stage("read", () => readSpec(target.spec));
  const bundled = await reporter.stage("bundle", () => bundleSpec(source, { allowRefs: target.allowRefs }));
  accept(bundled.findings, reporter);
  const document = await reporter.stage("overlay", () => overlaid(bundled.document, target.overlay, reporter));
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

async function overlaid(
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
