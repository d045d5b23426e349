import path from "node:path";
import { repository } from "../repository.ts";
import type { Tool } from "./tool.ts";

/**
 * sailkit as the root scripts start it.
 * @param name as in the tables
 * @param options further ones of `generate`
 */
export function sailkit(name = "sailkit", ...options: string[]): Tool {
  const flags = [
    ...["--single-threaded-gc", "--min-semi-space-size=32", "--max-semi-space-size=32"],
    "--initial-old-space-size=600",
  ];
  const program = path.join(repository, "generator/bin/sailkit.ts");
  return {
    name,
    command: (spec, out) => [
      ...([process.execPath, ...flags, program, "generate"] as const),
      ...["--spec", spec, "--out", out, "--quiet", ...options],
    ],
  };
}
