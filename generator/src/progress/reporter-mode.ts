/** How progress is shown: live on a terminal, as plain lines, as JSON lines, or not at all. */
export type ReporterMode = "tty" | "plain" | "json" | "quiet";

/**
 * Picks the mode for a command: what a flag asks for, else live on a terminal that a person watches, else plain.
 *
 * @param env Default `process.env`; `CI` and `TERM=dumb` rule out the live mode.
 */
export function reporterMode(
  flags: { json?: boolean; quiet?: boolean },
  stream: { readonly isTTY?: boolean },
  env: NodeJS.ProcessEnv = process.env,
): ReporterMode {
  if (flags.json) return "json";
  if (flags.quiet) return "quiet";
  return stream.isTTY && env.TERM !== "dumb" && !env.CI ? "tty" : "plain";
}
