import { Command } from "commander";
import { exitCodeOf } from "../exit-code.ts";
import type { LintFlags } from "./run-lint.ts";

const LAYERS = [
  "--templates <dir...>",
  "folders layered over ours: a template in one replaces ours of the same path",
] as const;

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
