import { scanTags } from "../language/scan-tags.ts";

/** `{{! sailkit-lint allow tags-a-line: a row of a table cannot be broken }}` on the line before, or on the line itself. */
export interface Allowance {
  readonly rule: string;
  /** Empty where none is given. */
  readonly reason: string;
  readonly line: number;
  readonly column: number;
  /** The line it is for: the next that is no allowance. */
  readonly covers: number;
}

/** Every allowance of a template. */
export function allowances(text: string): Allowance[] {
  const lines = text.split("\n");
  return scanTags(text).flatMap(({ sign, name, line, column }) => {
    const [, rule, reason] = /^sailkit-lint allow ([\w-]*)(?::\s*([\s\S]*))?$/.exec(name) ?? [];
    if (sign !== "!" || rule === undefined) return [];
    const isAlone = isAllowance(lines[line - 1] ?? "");
    let covers = line;
    if (isAlone) while (isAllowance(lines[covers - 1] ?? "")) covers += 1;
    return [{ rule, reason: (reason ?? "").trim(), line, column, covers }];
  });
}

function isAllowance(line: string): boolean {
  return /^\s*\{\{! sailkit-lint allow .*\}\}\s*$/.test(line);
}
