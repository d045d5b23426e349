import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { inRepository } from "../../config/in-repository.ts";
import type { Target } from "../../config/target.ts";
import { readCommitted } from "../../git/read-committed.ts";
import type { Reporter } from "../../progress/create-reporter.ts";
import { SpecRefusal } from "../../spec/spec-refusal.ts";
import { diffSpecs } from "../diff-specs.ts";
import type { DiffPolicy } from "../policy/policy.ts";
import { readSide } from "../read-side.ts";
import { writeChangesets } from "./write-changesets.ts";

/**
 * Writes the changesets of what differs between the spec of a target and the one committed last, each with its overlay.
 * @returns a sentence for each package; none where the spec is as it was committed
 */
export async function changesetsSinceCommit(
  target: Target,
  policy: DiffPolicy,
  reporter: Pick<Reporter, "stage">,
): Promise<string[]> {
  const root = path.resolve(inRepository(""));
  const inputs = [target.spec, target.overlay].flatMap((file) => (file === undefined ? [] : [file]));
  const below = (file: string) => path.relative(root, file).replaceAll("\\", "/");
  // What a spec refers to stands beside it.
  const folders = [...new Set(inputs.map((file) => below(path.dirname(file)) || "."))];
  const committed = await readCommitted(root, folders);
  if (!committed?.has(below(target.spec))) {
    return ["No changeset: git has no earlier spec. `pnpm sailkit diff OLD NEW --changeset` takes it from a file."];
  }
  const earlier = mkdtempSync(path.join(tmpdir(), "sailkit-committed-"));
  try {
    // What was written of a draft that was taken back has to go.
    const isWritten = globSync(".changeset/spec-*.md", { cwd: root }).length > 0;
    if (!isWritten && [...committed].every(([file, bytes]) => isSame(path.join(root, file), bytes))) return [];
    for (const [file, bytes] of committed) {
      mkdirSync(path.dirname(path.join(earlier, file)), { recursive: true });
      writeFileSync(path.join(earlier, file), bytes);
    }
    const there = (file: string) => path.join(earlier, path.relative(root, file));
    const overlay = target.overlay === undefined ? undefined : there(target.overlay);
    return await reporter.stage("changeset", async () => {
      const old = await readSide({ ...target, spec: there(target.spec), overlay }, SILENT);
      const next = await readSide(target, SILENT);
      const diff = await diffSpecs(old, next, policy);
      const outcomes = await writeChangesets({ diff, old, next }, { policy, api: target.name });
      return outcomes.filter(({ outcome }) => outcome !== "none").map(({ message }) => message);
    });
  } catch (error) {
    // `generate` has taken the spec of now; the committed one is nothing to compare with.
    if (!(error instanceof SpecRefusal)) throw error;
    return [`No changeset: the spec that was committed is refused.\n${error.message}`];
  } finally {
    rmSync(earlier, { recursive: true, force: true });
  }
}

const SILENT: Pick<Reporter, "stage" | "warn"> = { stage: async (_, work) => work(), warn: () => {} };

function isSame(file: string, bytes: Buffer): boolean {
  try {
    return readFileSync(file).equals(bytes);
  } catch {
    return false;
  }
}
