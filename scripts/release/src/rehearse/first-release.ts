import { consume } from "./consume.ts";
import { CLIENT, SDK } from "./packages.ts";
import { prepareRelease } from "./prepare-release.ts";
import { publishRuns } from "./publish-runs.ts";
import type { Stage } from "./stage.ts";

/** The release of what is there, during which the registry refuses the second package once. Gives the versions. */
export async function firstRelease(stage: Stage): Promise<Record<string, string>> {
  const { say } = stage;
  const versions = await prepareRelease(stage, "first");
  const refused = (method: string, path: string) => method === "PUT" && path.startsWith(`/${SDK}`);
  await publishRuns(stage, "first", (method, path) => (refused(method, path) ? { status: 503 } : undefined), [
    [1, `published ${CLIENT}@${versions[CLIENT]}`, `${SDK}@${versions[SDK]} was not published`],
    [0, `already published ${CLIENT}@${versions[CLIENT]}`, `published ${SDK}@${versions[SDK]}`],
    [0, `already published ${CLIENT}@${versions[CLIENT]}`, `already published ${SDK}@${versions[SDK]}`],
  ]);
  say(
    "first release: the registry answered 503 to the second package, one rerun completed it, another changed nothing",
  );
  await consume(stage, "first", versions);
  return versions;
}
