import type { DoctorCheck } from "./doctor-check.ts";

/**
 * Judges the package manager that started this process, by the user agent it leaves in the environment.
 *
 * @param env read for `npm_config_user_agent`
 * @param pinned the version the lockfile is written by
 */
export function checkPnpm(env: NodeJS.ProcessEnv, pinned: string | undefined): DoctorCheck {
  const [, name, version] = /^([a-z]+)\/(\S+)/.exec(env.npm_config_user_agent ?? "") ?? [];
  const fix = `Use \`npx -y pnpm@${pinned ?? "latest"}\` in place of \`${name ?? "pnpm"}\`.`;
  if (name === undefined || version === undefined) {
    return { id: "pnpm", ok: true, detail: "Not started by a package manager; nothing to judge" };
  }
  if (name !== "pnpm")
    return { id: "pnpm", ok: false, detail: `Started by ${name}, which cannot read this workspace.`, fix };
  if (pinned !== undefined && major(version) !== major(pinned)) {
    return { id: "pnpm", ok: false, detail: `pnpm ${version}, while ${pinned} is pinned.`, fix };
  }
  return { id: "pnpm", ok: true, detail: `pnpm ${version}` };
}

function major(version: string): string | undefined {
  return version.split(".")[0];
}
