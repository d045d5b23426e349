import { findTemplateFault } from "./find-template-fault.ts";
import type { GeneratorExit } from "./run-generator.ts";
import { TemplateError } from "./template-error.ts";

/** How much of the tool's own words goes into a message, in characters. */
const QUOTED = 2000;

/**
 * Turns a failed run into an error that names its cause: a template with file and line, the heap, or the tool's first
 * lines.
 *
 * @param exit how the JVM ended
 * @param folder the templates folder
 * @param templates those that were to be rendered
 */
export async function describeFailure(
  exit: GeneratorExit,
  folder: string,
  templates: readonly string[],
): Promise<Error> {
  const parse = /MustacheParseException: (?<reason>[\s\S]*?) @ (?:\S+:)?line (?<line>\d+)/.exec(exit.stderr)?.groups;
  const missing = /TemplateNotFoundException: (.+)/.exec(exit.stderr)?.[1];
  if (parse || missing || exit.stderr.includes("MustacheException")) {
    const fault = await findTemplateFault(folder, templates);
    if (fault) return new TemplateError(fault.reason, fault.template, fault.line);
    if (missing)
      return new TemplateError(
        `There is no template or partial ${missing.trim()}. Correct the name where it is asked for, or add the file.`,
      );
    const told = parse ? `${parse.reason?.trim()} (line ${parse.line} of its file).` : undefined;
    return new TemplateError(told ?? firstCause(exit.stderr));
  }
  if (exit.stderr.includes("OutOfMemoryError")) {
    return new Error(
      "The Java process ran out of memory while rendering: the spec is larger than this machine allows. " +
        "Free some memory, or split the spec.",
    );
  }
  const end = exit.code === null ? "was killed" : `ended with exit code ${exit.code}`;
  return new Error(`openapi-generator ${end}. It said:\n${exit.stderr.trim().slice(0, QUOTED) || "(nothing)"}`);
}

/** The innermost cause of a Java stack trace, in one line. */
function firstCause(stderr: string): string {
  const causes = [...stderr.matchAll(/^Caused by: (?:[\w.$]+: )?(.+)$/gm)].map((match) => match[1]);
  return `${causes.at(-1) ?? "The tool could not render it"}.`;
}
