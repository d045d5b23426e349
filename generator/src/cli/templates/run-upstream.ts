import { type UpstreamOptions, upstream } from "../../commands/templates/upstream.ts";
import { renderUpstream } from "../../template/upstream/render-upstream.ts";
import { ExitCode } from "../exit-code.ts";
import { hasColor } from "../has-color.ts";

/** Flags of `sailkit templates upstream`, as the command line gives them. */
export interface UpstreamFlags extends UpstreamOptions {
  readonly full?: boolean;
  readonly json?: boolean;
}

/** Runs `sailkit templates upstream` and gives its exit code: 1 where something of ours is affected. */
export async function runUpstream(flags: UpstreamFlags): Promise<number> {
  const report = await upstream(flags);
  const text = flags.json
    ? `${JSON.stringify(report, null, 2)}\n`
    : renderUpstream(report, { color: hasColor(process.stdout), full: flags.full ?? false });
  process.stdout.write(text);
  return report.missing.length > 0 || (report.output?.length ?? 0) > 0 ? ExitCode.failure : ExitCode.success;
}
