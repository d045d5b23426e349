import { mkdirSync } from "node:fs";
import path from "node:path";
import type { ApiConfig } from "../../config/define-config.ts";
import { inRepository } from "../../config/in-repository.ts";
import { sha256 } from "../../emit/lock/sha256.ts";
import { type ClientChange, judgeDependent } from "../dependents/judge-dependent.ts";
import type { DiffPolicy } from "../policy/policy.ts";
import { canonicalText } from "../wire/schema/canonical-text.ts";
import { bumpNote } from "./bump-note.ts";
import type { ChangesetOutcome } from "./changeset-outcome.ts";
import { type ChangesetPackage, changesetPackages } from "./changeset-packages.ts";
import { chooseApi } from "./choose-api.ts";
import { explainVerdict } from "./explain-verdict.ts";
import { packageBump } from "./package-bump.ts";
import { pageLinker } from "./page-linker.ts";
import { renderChangeset } from "./render-changeset.ts";
import { renderDependentChangeset } from "./render-dependent-changeset.ts";
import { replaceChangeset } from "./replace-changeset.ts";
import { sdkMethods } from "./sdk-methods.ts";

export interface ChangesetOptions {
  readonly policy: DiffPolicy;
  /** Name in `sailkit.config.ts` of the API that changed. Default: the only one. */
  readonly api?: string;
  /** Root of the repository, and its APIs. Default: this one. */
  readonly workspace?: { readonly root: string; readonly apis?: Readonly<Record<string, ApiConfig>> };
}

/**
 * Writes a changeset for the client of an API, and one for each package that builds on it, with its own bump and in its own
 * words. The same changes give the same files; older ones of ours from the same starting point are replaced; one that a person
 * has edited is never touched. Where nothing changed that a consumer could notice, older ones go as well.
 *
 * @returns what became of each, the client's first
 * @throws Error for an API that is not configured, or where none is named of several
 */
export async function writeChangesets(change: ClientChange, options: ChangesetOptions): Promise<ChangesetOutcome[]> {
  const { diff, old, next } = change;
  const { root, apis } = options.workspace ?? { root: inRepository("") };
  const api = await chooseApi(options.api, apis);
  const [client, ...dependents] = changesetPackages(root, api);
  const folder = path.join(root, ".changeset");
  mkdirSync(folder, { recursive: true });
  const base = sha256(canonicalText(old.document)).slice(0, 16);
  const changes = diff.changes.map(({ id, message, pointer }) => [id, message, pointer]);
  const link = (api.docs ?? true) ? pageLinker(next, client.folder) : undefined;
  const write = (one: ChangesetPackage, text: string | undefined, note = "") =>
    replaceChangeset(folder, { name: one.name, base, key: JSON.stringify([[one.name], changes]), text, note });
  if (diff.bump === "none") return [client, ...dependents].map((one) => write(one, undefined));
  const bump = packageBump(diff.bump, client.version, options.policy);
  const outcomes = [
    write(
      client,
      renderChangeset({ changes: diff.changes, name: client.name, bump, link }),
      `${client.name} ${bumpNote(diff.bump, bump)}.`,
    ),
  ];
  const sdk = api.sdk === undefined ? undefined : await sdkMethods(path.join(root, api.sdk));
  for (const one of dependents) {
    const methods = (id: string) => (sdk?.package === one.name ? (sdk.methods.get(id) ?? []) : []);
    const verdict = await judgeDependent(change, client, one, root);
    const own = packageBump(verdict.level, one.version, options.policy);
    const text = renderDependentChangeset({ verdict, name: one.name, bump: own, client: client.name, methods, link });
    outcomes.push(write(one, text, `${one.name} ${bumpNote(verdict.level, own)}${explainVerdict(verdict)}`));
  }
  return outcomes;
}
