import { Command } from "commander";
import type { DiffFlags } from "./run-diff.ts";
import type { GenerateFlags } from "./run-generate.ts";
import type { PullFlags } from "./run-pull.ts";
import { templatesProgram } from "./templates/templates-program.ts";

/** The command line. Every command imports its work only when it runs, so that `--help` and an unchanged run stay fast. */
export function program(): Command {
  const cli = new Command("sailkit").description(
    "Turns an OpenAPI spec into a TypeScript client, and keeps it true when the spec changes.",
  );
  cli.showHelpAfterError("(run sailkit --help for every command)");

  cli
    .command("generate")
    .description("regenerate the clients of sailkit.config.ts, or make a stand-alone package from any spec")
    .argument("[api...]", "names from sailkit.config.ts; all where left out")
    .option("--check", "change nothing; exit 1 and list the files where what is committed is not what the inputs give")
    .option("--spec <file>", "an OpenAPI 3.0 or 3.1 spec: JSON or YAML, gzip or not")
    .option("--out <dir>", "with --spec: the folder of the package")
    .option("--overlay <file>", "with --spec: an OpenAPI Overlay to apply")
    .option("--templates <dir...>", "folders layered over ours: a template in one replaces ours of the same path")
    .option("--docs", "with --spec: write reference pages into docs/")
    .option("--allow-ref <place...>", "with --spec: folders or URLs that $refs may reach beside the folder of the spec")
    .option("--force", "generate even where nothing changed")
    .option("--changeset", "write .changeset/spec-*.md even where the spec has not changed since the last run")
    .option("--no-changeset", "write no changeset where the spec has changed")
    .option("--timings", "show where the time went")
    .option("--json", "one JSON object per line, for machines")
    .option("--quiet", "print errors only")
    .option("--verbose", "show every finding")
    .action(async (apis: string[], flags: GenerateFlags) => {
      const { runGenerate } = await import("./run-generate.ts");
      process.exitCode = await runGenerate(apis, flags);
    });

  cli
    .command("diff")
    .description("compare two specs: what changed, and whether it breaks the wire contract or the code of consumers")
    .argument("<old>", "an OpenAPI spec: JSON or YAML, gzip or not")
    .argument("<new>", "the spec that takes its place")
    .option("--format <format>", "text, markdown or json", "text")
    .option("--fail-on <level>", "exit 1 where a change has this level or a greater one: major, minor or patch")
    .option("--changeset", "write .changeset/spec-*.md for the packages of the API")
    .option("--api <name>", "with --changeset: the API of sailkit.config.ts, where there are several")
    .option("--policy <file>", "levels as JSON, instead of those of sailkit.config.ts")
    .option(
      "--overlay <file>",
      "an OpenAPI Overlay to apply to both specs; with --changeset, that of the API where left out",
    )
    .option("--allow-ref <place...>", "folders or URLs that $refs may reach beside the folder of each spec")
    .option("--timings", "show where the time went")
    .option("--quiet", "no progress")
    .option("--verbose", "show every change, and what generate would warn of")
    .action(async (old: string, next: string, flags: DiffFlags) => {
      const { runDiff } = await import("./run-diff.ts");
      process.exitCode = await runDiff(old, next, flags);
    });

  cli
    .command("pull")
    .description("put the upstream spec in the place of ours, show what changes, regenerate, and write the changeset")
    .option("--from <place>", "a URL or a file; the upstream of spec/source.json where left out")
    .option("--api <name>", "the API of sailkit.config.ts, where there are several")
    .option("--dry-run", "show what would change, and change nothing")
    .option("--format <format>", "of the changes: text, markdown or json", "text")
    .option("--report <file>", "write the changes as Markdown into a file as well, for a pull request")
    .option("--timeout <seconds>", "for the whole transfer; 60 where left out")
    .option("--allow-redirect <host...>", "hosts that redirects may lead to beside the one asked")
    .option("--allow-ref <place...>", "folders or URLs that $refs of a spec in several files may reach")
    .option("--timings", "show where the time went")
    .option("--quiet", "no progress")
    .option("--verbose", "show every change and every finding")
    .action(async (flags: PullFlags) => {
      const { runPull } = await import("./run-pull.ts");
      process.exitCode = await runPull(flags);
    });

  cli
    .command("doctor")
    .description("check Java, the generator jar, Node, pnpm and the disk; each failure comes with its fix")
    .option("--json", "print JSON")
    .action(async (flags: { json?: boolean }) => {
      const { doctor } = await import("../commands/doctor.ts");
      const { ok } = await doctor(flags);
      process.exitCode = ok ? 0 : 1;
    });

  cli.addCommand(templatesProgram());

  return cli;
}
