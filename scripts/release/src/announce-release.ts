import { changelogSection } from "./changelog-section.ts";
import { readTarball } from "./read-tarball.ts";
import type { Tarball } from "./tarball.ts";

/** Where and as whom to announce: what a workflow finds in its environment. */
export interface Announcer {
  /** Base URL of the API, `GITHUB_API_URL`. */
  readonly api: string;
  /** `owner/name`, `GITHUB_REPOSITORY`. */
  readonly repository: string;
  /** The commit that was published, `GITHUB_SHA`. */
  readonly commit: string;
  readonly token: string;
}

/** GitHub takes no longer text. */
const MAX_BODY = 120_000;

/**
 * Makes the tag `name@version` and a release with the section of the changelog, unless they are there.
 * @throws Error where GitHub refuses
 */
export async function announceRelease({ name, version, file }: Tarball, to: Announcer): Promise<"made" | "there"> {
  const tag = `${name}@${version}`;
  const section = changelogSection(readTarball(file).get("CHANGELOG.md")?.toString("utf8") ?? "", version);
  const response = await fetch(`${to.api}/repos/${to.repository}/releases`, {
    method: "POST",
    redirect: "error",
    signal: AbortSignal.timeout(30_000),
    headers: { accept: "application/vnd.github+json", authorization: `Bearer ${to.token}`, "user-agent": "sailkit" },
    body: JSON.stringify({ tag_name: tag, target_commitish: to.commit, name: tag, body: section.slice(0, MAX_BODY) }),
  });
  const answer = (await response.json().catch(() => ({}))) as { message?: string; errors?: { code?: string }[] };
  if (response.ok) return "made";
  if (response.status === 422 && answer.errors?.some(({ code }) => code === "already_exists")) return "there";
  throw new Error(
    `GitHub did not make the release ${tag}: status ${response.status}, ${answer.message ?? "no reason given"}. ` +
      "The package is published; run `pnpm release announce` again once that is mended.",
  );
}
