import type { Level } from "../level.ts";

/** The start of a changeset: the package, and what of its version is raised. */
export function frontMatter(name: string, bump: Level): string {
  return `---\n"${name}": ${bump}\n---\n\n`;
}
