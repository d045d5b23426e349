import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Target } from "../config/target.ts";
import { toTarget } from "../config/to-target.ts";
import type { ChangesetOutcome } from "../diff/changeset/changeset-outcome.ts";
import type { SpecDiff } from "../diff/diff-specs.ts";
import type { SpecSide } from "../diff/spec-side.ts";
import type { Reporter } from "../progress/create-reporter.ts";
import { chooseApi } from "../pull/choose-api.ts";
import { type ChosenUpstream, chooseUpstream } from "../pull/choose-upstream.ts";
import type { Edition } from "../pull/edition.ts";
import { findRecord, type KeptRecord } from "../pull/find-record.ts";
import { nextRecord } from "../pull/next-record.ts";
import { obtainEdition } from "../pull/obtain-edition.ts";
import { parseEdition } from "../pull/parse-edition.ts";
import type { PullWorkspace } from "../pull/pull-workspace.ts";
import { rememberFiles } from "../pull/remember-files.ts";
import { renderDocument } from "../pull/render-document.ts";
import { renderRecord } from "../pull/render-record.ts";
import { replaceFile } from "../pull/replace-file.ts";
import { stageSpec } from "../pull/stage-spec.ts";
import type { Finding } from "../spec/finding.ts";
import type { JsonObject } from "../spec/json.ts";
import { SpecRefusal } from "../spec/spec-refusal.ts";
import type { GenerateResult, generate } from "./generate.ts";

export interface PullOptions {
  /** A URL or a file. Default: the upstream of the record beside the spec, see spec/README.md. */
  readonly from?: string | undefined;
  /** Name in `sailkit.config.ts`. Default: the only one. */
  readonly api?: string | undefined;
  /** Look, compare, and change nothing. */
  readonly dryRun?: boolean | undefined;
  /** For the transfer, in ms. Default 60,000. */
  readonly timeoutMs?: number | undefined;
  /** The most that is read, uncompressed, in bytes. Default 100 MiB. */
  readonly maxBytes?: number | undefined;
  /** Hosts that redirects may lead to beside the one asked. Default none. */
  readonly allowRedirects?: readonly string[] | undefined;
  /** Folders and URLs that `$ref`s of a spec in several files may reach. Default: those of `sailkit.config.ts`. */
  readonly allowRefs?: readonly string[] | undefined;
}

/** What became of a pull. */
export interface PullResult {
  readonly api: string;
  /**
   * `not-modified`: the upstream is the edition already taken note of. `current`: the spec file says the same already.
   * `previewed`: it would be replaced. `pulled`: it was.
   */
  readonly outcome: "not-modified" | "current" | "previewed" | "pulled";
  /** Day of the edition, `2026-08-22`, where one is known. */
  readonly date: string | undefined;
  /** Undefined where there was nothing to compare, or nothing to compare with. */
  readonly diff: SpecDiff | undefined;
  /** One for each package; none where there was no diff. */
  readonly changesets: readonly ChangesetOutcome[];
  readonly generated: GenerateResult | undefined;
  /** Actions of the overlay that the new spec gives nothing to do. */
  readonly idle: readonly Finding[];
}

/** What a pull works with; the defaults are what the CLI uses. */
export interface PullTools {
  readonly workspace: PullWorkspace;
  readonly reporter: Reporter;
  readonly generate: typeof generate;
  /** The day of today. */
  readonly now?: Date;
}

/**
 * Puts an edition of the upstream spec in the place of ours, regenerates, and writes the changeset. Whatever fails, all files
 * are as they were; whenever the process is killed, running it again goes on from there.
 *
 * @throws {PullError} where the edition cannot be had
 * @throws {SpecRefusal} where no client can be generated from it
 */
export async function pull(options: PullOptions, tools: PullTools): Promise<PullResult> {
  const [name, api] = chooseApi(tools.workspace, options.api);
  const target = toTarget(tools.workspace.root, name, api);
  const kept = findRecord(name, target.spec);
  const upstream = chooseUpstream(options.from, kept, target.spec);
  const job: Job = { options, tools, target, kept, upstream };
  const edition = await tools.reporter.stage("fetch", () =>
    obtainEdition(upstream.from, { ...options, etag: upstream.known.etag }),
  );
  if (edition === undefined) return nothing(job, "not-modified", upstream.known.date);
  if (edition.sha256 === upstream.known.sha256) return seenAgain(job, edition);

  const { document, text } = await tools.reporter.stage("convert", async () => {
    const parsed = await parseEdition(edition, options.allowRefs ?? target.allowRefs);
    return { document: parsed.document, text: await renderDocument(parsed, target.spec) };
  });
  const before = existsSync(target.spec) ? readFileSync(target.spec, "utf8") : undefined;
  if (before === text) return current(job, { edition, document, text });
  return await stageSpec(target.spec, text, async (staged) => {
    const compared = await compare(job, staged);
    if (options.dryRun) return { ...nothing(job, "previewed", edition.date), diff: compared.diff, idle: compared.idle };
    return await replace(job, { edition, document, text }, compared);
  });
}

interface Job {
  readonly options: PullOptions;
  readonly tools: PullTools;
  readonly target: Target;
  readonly kept: KeptRecord;
  readonly upstream: ChosenUpstream;
}

interface Taken {
  readonly edition: Edition;
  readonly document: JsonObject;
  readonly text: string;
}

function nothing({ target }: Job, outcome: PullResult["outcome"], date: string | undefined): PullResult {
  const none = { diff: undefined, changesets: [], generated: undefined, idle: [] };
  return { api: target.name, outcome, date, ...none };
}

/** The known edition under another `ETag`: with it, the server can say so without sending the document. */
function seenAgain(job: Job, { etag }: Edition): PullResult {
  const { record, file } = job.kept;
  if (!job.options.dryRun && etag !== (record.upstream.etag ?? null)) {
    replaceFile(file, renderRecord({ ...record, upstream: { ...record.upstream, etag } }));
  }
  return nothing(job, "not-modified", job.upstream.known.date);
}

/** The spec file is right already; what an interrupted pull left undone behind it is done. */
async function current(job: Job, taken: Taken): Promise<PullResult> {
  const { target, tools, options } = job;
  if (options.dryRun) return nothing(job, "current", taken.edition.date);
  const generated = await tools.generate(target, {}, tools.reporter);
  keepRecord(job, taken);
  return { ...nothing(job, "current", taken.edition.date), generated };
}

interface Compared {
  readonly diff: SpecDiff | undefined;
  readonly old: SpecSide | undefined;
  readonly next: SpecSide;
  readonly idle: readonly Finding[];
}

/** Compares the spec in place with the staged one, both as a client would be generated from them. */
async function compare({ target, tools, options }: Job, staged: string): Promise<Compared> {
  const { reporter, workspace } = tools;
  const [{ readSide }, { diffSpecs }] = await Promise.all([
    import("../diff/read-side.ts"),
    import("../diff/diff-specs.ts"),
  ]);
  const idle: Finding[] = [];
  const next = await readSide(
    { ...target, spec: staged },
    {
      stage: (name, work) => reporter.stage(`${name} new spec`, work),
      warn: (finding) => {
        if (finding.rule === "overlay-without-effect") idle.push(finding);
        // Otherwise `generate` says the same again.
        if (options.dryRun) reporter.warn(finding);
      },
    },
  );
  const before: Parameters<typeof readSide>[1] = {
    stage: (name, work) => reporter.stage(`${name} old spec`, work),
    warn: () => {},
  };
  const old = existsSync(target.spec) ? await readSide(target, before).catch(ifRefused) : undefined;
  const diff = old && (await reporter.stage("compare", () => diffSpecs(old, next, workspace.diff)));
  return { diff, old, next, idle };
}

/** A spec in place that nothing can be generated from is no reason not to replace it. */
function ifRefused(error: unknown): undefined {
  if (!(error instanceof SpecRefusal)) throw error;
}

async function replace(job: Job, taken: Taken, { diff, old, next, idle }: Compared): Promise<PullResult> {
  const { target, tools } = job;
  const { root, apis, diff: policy = {} } = tools.workspace;
  const takeBack = rememberFiles([target.spec, job.kept.file], path.join(root, ".changeset"));
  try {
    // The changesets first: once the spec is in place, the difference they are made of can no longer be seen.
    const { writeChangesets } = await import("../diff/changeset/write-changesets.ts");
    const workspace = { root, apis };
    const changesets =
      diff && old ? await writeChangesets({ diff, old, next }, { policy, api: target.name, workspace }) : [];
    replaceFile(target.spec, taken.text);
    const generated = await tools.generate(target, {}, tools.reporter);
    keepRecord(job, taken);
    return { api: target.name, outcome: "pulled", date: taken.edition.date, diff, changesets, generated, idle };
  } catch (error) {
    takeBack();
    throw error;
  }
}

/** Last of all, since from then on the edition counts as known. */
function keepRecord({ kept, upstream, tools }: Job, taken: Taken): void {
  const today = (tools.now ?? new Date()).toISOString().slice(0, 10);
  const text = renderRecord(nextRecord(kept.record, upstream, taken, { root: tools.workspace.root, today }));
  if (!existsSync(kept.file) || readFileSync(kept.file, "utf8") !== text) replaceFile(kept.file, text);
}
