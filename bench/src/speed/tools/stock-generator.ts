import { ensureJar } from "../../../../generator/src/java/ensure-jar.ts";
import { findJava } from "../../../../generator/src/java/find-java.ts";
import type { Tool } from "./tool.ts";

const [java, jar] = await Promise.all([findJava(), ensureJar()]);

/**
 * The jar that sailkit drives, with a TypeScript generator and settings of its own.
 * @param generator such as `typescript-fetch`
 */
export function stockGenerator(generator: string): Tool {
  return {
    name: `openapi-generator ${generator}`,
    isSlow: true,
    command: (spec, out) => [
      ...([java.command, "-jar", jar.file, "generate", "-g", generator] as const),
      // The vendor's spec does not pass its checks.
      ...["-i", spec, "-o", out, "--skip-validate-spec"],
    ],
  };
}
