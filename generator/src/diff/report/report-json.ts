import type { SpecDiff } from "../diff-specs.ts";

/** The diff for machines: the members of the contract first, in a fixed order. Ends in a newline. */
export function reportJson({ bump, changes }: SpecDiff): string {
  const list = changes.map(({ id, level, operationId, pointer, message, ...more }) => ({
    id,
    level,
    operationId,
    pointer,
    message,
    ...more,
  }));
  return `${JSON.stringify({ bump, changes: list }, null, 2)}\n`;
}
