import { Command } from "commander";
import type { GenerateFlags } from "./run-generate.ts";

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
    .option("--docs", "with --spec: write reference pages into docs/")
    .option("--allow-ref <place...>", "with --spec: folders or URLs that $refs may reach beside the folder of the spec")
    .option("--force", "generate even where nothing changed")
    .option("--timings", "show where the time went")
    .option("--json", "one JSON object per line, for machines")
    .option("--quiet", "print errors only")
    .option("--verbose", "show every finding")
    .action(async (apis: string[], flags: GenerateFlags) => {
      const { runGenerate } = await import("./run-generate.ts");
      process.exitCode = await runGenerate(apis, flags);
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

  return cli;
}
