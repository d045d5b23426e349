import path from "node:path";
import { buildPackages } from "./build-packages.ts";
import { changeSpec } from "./change-spec.ts";
import { compilers } from "./compilers.ts";
import { consume } from "./consume.ts";
import { Consumer } from "./consumer.ts";
import { CONSUMER_PROGRAM } from "./consumer-program.ts";
import { demand } from "./demand.ts";
import type { Fault } from "./fault-proxy.ts";
import { CLIENT, SDK } from "./packages.ts";
import { prepareRelease } from "./prepare-release.ts";
import { publishRuns } from "./publish-runs.ts";
import { runStep } from "./run-step.ts";
import type { Stage } from "./stage.ts";

/**
 * The release after a new edition of the spec, during which an answer is lost and the network goes away.
 * @param before the versions of the release before, by package
 */
export async function secondRelease(stage: Stage, before: Record<string, string>): Promise<void> {
  const { copy, say, npm, folder } = stage;
  const edition = path.join(stage.folder, "next-edition.yaml");
  changeSpec(path.join(copy, "spec/openapi.beta.yaml"), edition);
  await runStep(copy, ["generator/bin/sailkit.ts", "pull", "--from", edition]);
  await buildPackages(stage, ["beta-client", "beta-sdk"]);
  const versions = await prepareRelease(stage, "second");
  for (const name of [CLIENT, SDK])
    demand(
      isNextMinor(before[name], versions[name]),
      `${name} went from ${before[name]} to ${versions[name]}, not to the next minor`,
    );
  say(`second release: the spec changed, and its diff made ${before[CLIENT]} into ${versions[CLIENT]}`);
  let uploads = 0;
  const faults = (method: string, path: string): Fault | undefined => {
    if (method !== "PUT") return undefined;
    if (path.startsWith(`/${CLIENT}`) && uploads++ === 0) return "lost-answer";
    return path.startsWith(`/${SDK}`) ? "lost-request" : undefined;
  };
  await publishRuns(stage, "second", faults, [
    [1, `published ${CLIENT}@${versions[CLIENT]}`, `${SDK}@${versions[SDK]} was not published`],
    [0, `already published ${CLIENT}@${versions[CLIENT]}`, `published ${SDK}@${versions[SDK]}`],
  ]);
  demand(uploads === 1, `${CLIENT} was uploaded ${uploads} times, though the first upload had arrived`);
  say("second release: an answer was lost and the network went away, one rerun completed it");
  const news = CONSUMER_PROGRAM.replace("listed:", "region: first.region ?? null,\n    listed:");
  await consume(stage, "second", versions, news);
  const old = new Consumer(path.join(folder, "consumer-of-the-first"), npm);
  await old.install(`${SDK}@${before[SDK]}`, `${CLIENT}@${before[CLIENT]}`);
  demand(
    (await old.check("news.ts", news, compilers(stage.repository)[0] ?? "", "nodenext")).includes("region"),
    "the first release knows what only the second has",
  );
  say("the first release can still be installed, and knows nothing of what the second brought");
}

function isNextMinor(before = "", after = ""): boolean {
  const [major, minor] = before.split(".").map(Number);
  return after === `${major}.${Number(minor) + 1}.0`;
}
