import { coverage } from "../../commands/templates/coverage.ts";
import { renderCoverage } from "../../template/reach/render-coverage.ts";
import { ExitCode } from "../exit-code.ts";

/** Flags of `sailkit templates coverage`, as the command line gives them. */
export interface CoverageFlags {
  readonly templates?: readonly string[];
  readonly json?: boolean;
  readonly quiet?: boolean;
}

/** Runs `sailkit templates coverage` and gives its exit code: 1 where a section is reached by no fixture. */
export async function runCoverage(flags: CoverageFlags): Promise<number> {
  const sections = await coverage({ layers: flags.templates ?? [] });
  const left = sections.filter(({ by }) => by.length === 0);
  if (flags.json) console.log(JSON.stringify({ ok: left.length === 0, sections }, null, 2));
  else if (!flags.quiet) process.stdout.write(renderCoverage(sections));
  else for (const { template, line, tag } of left) console.log(`${template}:${line} ${tag} is reached by no fixture.`);
  return left.length === 0 ? ExitCode.success : ExitCode.failure;
}
