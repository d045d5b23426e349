import type { ApiConfig } from "../config/define-config.ts";
import { PullError } from "./pull-error.ts";
import type { PullWorkspace } from "./pull-workspace.ts";

/**
 * The API that is pulled, with its name.
 * @throws {PullError} for one that is not configured, where none is named of several, or for a spec that is kept packed
 */
export function chooseApi({ apis }: PullWorkspace, name: string | undefined): [name: string, api: ApiConfig] {
  const names = Object.keys(apis);
  const wanted = name ?? (names.length === 1 ? names[0] : undefined);
  if (wanted === undefined) throw new PullError(`Say which API to pull with --api: ${names.join(", ")}.`);
  const api = Object.hasOwn(apis, wanted) ? apis[wanted] : undefined;
  if (api === undefined) {
    throw new PullError(`sailkit.config.ts has no API "${wanted}". It has: ${names.join(", ")}.`);
  }
  if (!/\.(?:json|ya?ml)$/i.test(api.spec)) {
    throw new PullError(
      `${api.spec} cannot be written: its name must end in .json, .yaml or .yml. Correct \`spec\` of ${wanted} in sailkit.config.ts.`,
    );
  }
  return [wanted, api];
}
