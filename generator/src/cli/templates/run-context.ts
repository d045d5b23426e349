import { type ContextCommandOptions, context } from "../../commands/templates/context.ts";
import { ExitCode } from "../exit-code.ts";

/** Runs `sailkit templates context`: JSON on standard output. Exit code 1 where a search finds nothing. */
export async function runContext(flags: ContextCommandOptions): Promise<number> {
  const { title, data, values } = await context(flags);
  // Of a search, the values alone: the data is what they were searched in.
  const shown =
    flags.search === undefined ? { for: title, data, values } : { for: title, search: flags.search, values };
  process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  if (values.length > 0) return ExitCode.success;
  process.stderr.write(`Nothing that templates see for ${title} holds "${flags.search}".\n`);
  return ExitCode.failure;
}
