import { nestingFault } from "../format/nesting-fault.ts";
import type { OutputFiles } from "../output/output-files.ts";
import type { AstFinding, Report } from "./ast-finding.ts";
import { checkStatement } from "./check-statement.ts";
import { checkCharacters, checkComments } from "./check-text.ts";
import { declaredValues } from "./declared-values.ts";
import { parseModule } from "./parse-module.ts";
import type { Role } from "./role.ts";
import { roleOf as roleByPath } from "./role-of.ts";

/** Findings of one file beyond this many say nothing new. */
const MOST_PER_FILE = 20;

/**
 * The last line against hostile text: parses every generated TypeScript file and refuses whatever a file of its role has
 * no use for. What passes can run no code of its own on import: it holds types, data, re-exports, and functions that
 * return one call of something imported or passed in.
 *
 * @param files Path to text, after formatting; files that are not TypeScript are passed over.
 * @param options.roleOf Says what a file may hold. `undefined` refuses the file, `unchecked` passes it over. Default by
 * path: see `role-of.ts`.
 * @returns In order of the files, at most 20 of each; empty when all is well.
 */
export async function checkAst(
  files: OutputFiles,
  options: { roleOf?: (path: string) => Role | "unchecked" | undefined } = {},
): Promise<readonly AstFinding[]> {
  const { roleOf = roleByPath } = options;
  const findings: AstFinding[] = [];
  for (const [path, text] of files) {
    if (!/\.[cm]?[jt]sx?$/.test(path)) continue;
    const role = roleOf(path);
    if (role === "unchecked") continue;
    findings.push(...(role === undefined ? [withoutRole(path)] : checkFile(path, text, role)));
  }
  return findings;
}

function withoutRole(path: string): AstFinding {
  const message = "A generated file without a role is refused; say in role-of.ts what it may hold.";
  return { path, line: 1, column: 1, kind: "File", message };
}

function checkFile(path: string, text: string, role: Role): AstFinding[] {
  const findings: AstFinding[] = [];
  const report: Report = ({ start }, kind, message) => {
    if (findings.length < MOST_PER_FILE) findings.push({ path, ...placeOf(text, start), kind, message });
  };
  checkCharacters(text, report);
  const tooDeep = nestingFault(text);
  if (tooDeep !== undefined) {
    report({ start: tooDeep }, "ParseError", "The code nests more than 1000 brackets deep.");
    return findings;
  }
  const { program, comments, errors } = parseModule(text);
  for (const { message, labels } of errors) report({ start: labels[0]?.start ?? 0 }, "ParseError", message);
  if (errors.length > 0) return findings;
  checkComments(comments, report);
  if (program.hashbang) report(program.hashbang, "Hashbang", "A generated module is no executable.");
  const context = { path, role, report, scope: declaredValues(program) };
  for (const statement of program.body) checkStatement(statement, context);
  return findings;
}

function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}
