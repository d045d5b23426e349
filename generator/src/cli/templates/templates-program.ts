import { Command } from "commander";
import type { ContextCommandOptions } from "../../commands/templates/context.ts";
import { exitCodeOf } from "../exit-code.ts";
import type { CoverageFlags } from "./run-coverage.ts";
import type { LintFlags } from "./run-lint.ts";
import type { PreviewFlags } from "./run-preview.ts";
import type { UpstreamFlags } from "./run-upstream.ts";

const LAYERS = [
  "--templates <dir...>",
  "folders layered over ours: a template in one replaces ours of the same path",
] as const;

const SPEC = ["--spec <file>", "an OpenAPI spec instead of one of sailkit.config.ts"] as const;
const API = ["--api <name>", "the API of sailkit.config.ts, where there are several"] as const;

/** The commands for whoever changes templates. */
export function templatesProgram(): Command {
  const templates = new Command("templates").description("see, check and explain the templates that print the output");

  templates
    .command("lint")
    .description("hold templates to the rules of the house; `--rules` explains each")
    .argument("[template...]", "paths below the templates folder; all where left out")
    .option(...LAYERS)
    .option("--rules", "list the rules and how to allow an exception")
    .option("--json", "print JSON")
    .action((names: string[], flags: LintFlags) =>
      ending(async () => (await import("./run-lint.ts")).runLint(names, flags)),
    );

  templates
    .command("preview")
    .description("show what the templates make of a spec, against what is committed, and type-check it")
    .argument("[template...]", "only files that depend on these; all where left out")
    .option(...SPEC)
    .option(...API)
    .option("--operation <id>", "only what is printed for one operation, by operationId or function")
    .option(...LAYERS)
    .option("--watch", "again after each save")
    .option("--web", "on a page on this machine, with template, data and output side by side, after each save")
    .option("--port <number>", "with --web: the port of the page; any that is free where left out")
    .option("--full", "print differences of any length")
    .option("--no-tool", "do not have openapi-generator confirm it")
    .action((names: string[], flags: PreviewFlags) =>
      ending(async () => (await import("./run-preview.ts")).runPreview(names, flags)),
    );

  templates
    .command("context")
    .description(
      "the data that templates see, as JSON, with where each value comes from; everything where nothing is named",
    )
    .option(...SPEC)
    .option(...API)
    .option("--operation <id>", "of one operation, by operationId or function")
    .option("--model <name>", "of one component schema")
    .option("--supporting", "what every template sees, at any depth")
    .option("--search <word>", "only values whose name, text, pointer or source file holds it")
    .option("--no-tool", "do not ask openapi-generator for its own values of the operation")
    .action((flags: ContextCommandOptions) => ending(async () => (await import("./run-context.ts")).runContext(flags)));

  templates
    .command("coverage")
    .description("which sections of which template no fixture reaches")
    .option(...LAYERS)
    .option("--quiet", "only sections that are not reached")
    .option("--json", "print JSON, with the fixtures that reach each section")
    .action((flags: CoverageFlags) => ending(async () => (await import("./run-coverage.ts")).runCoverage(flags)));

  templates
    .command("upstream")
    .description(
      "what another openapi-generator changes: its data model, its stock templates, and what of ours is affected",
    )
    .option("--to <version>", "the release to compare with; the newest where left out")
    .option("--jar <file>", "a jar to compare with instead")
    .option("--from <version>", "the release to start from; the pinned one where left out")
    .option("--generator <name>", "whose stock templates to compare; typescript-axios where left out")
    .option("--render", "run the other jar on our templates, too, and compare what it prints")
    .option("--full", "print every difference")
    .option("--json", "print JSON")
    .action((flags: UpstreamFlags) => ending(async () => (await import("./run-upstream.ts")).runUpstream(flags)));

  return templates;
}

/** Sets the exit code; an error is told in the way of every command. */
async function ending(run: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await run();
  } catch (error) {
    const { createReporter } = await import("../../progress/create-reporter.ts");
    createReporter({ mode: "plain" }).fail(error);
    process.exitCode = exitCodeOf(error);
  }
}
