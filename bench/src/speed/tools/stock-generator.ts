import { ensureJar } from "../../../../generator/src/java/ensure-jar.ts";
import { findJava } from "../../../../generator/src/java/find-java.ts";
import type { Tool } from "./tool.ts";

const [java, jar] = await Promise.all([findJava(), ensureJar()]);

/** The jar that sailkit drives, with its own TypeScript generator and its own settings. */
export const stockGenerator: Tool = {
  name: "openapi-generator typescript-fetch",
  isSlow: true,
  command: (spec, out) => [
    ...([java.command, "-jar", jar.file, "generate", "-g", "typescript-fetch"] as const),
    // The vendor's spec does not pass its checks.
    ...["-i", spec, "-o", out, "--skip-validate-spec"],
  ],
};
