import type { Finding } from "../finding.ts";
import type { JsonObject } from "../json.ts";
import { toPointer } from "../json-pointer.ts";
import { checkLimits } from "../read/check-limits.ts";
import type { Kind } from "../walk/kind.ts";
import { own } from "../walk/own.ts";
import { walkSpec } from "../walk/walk-spec.ts";
import type { GuardContext, GuardNode, Report, Rule, RuleRun } from "./rule.ts";
import { rules } from "./rules.ts";

type Tokens = readonly (string | number)[];

/** Errors, and warnings, that one rule gives about one document; nobody reads more. */
const maxFindings = 1_000;

/**
 * Checks a bundled document before anything is made of it. Errors are what would make output wrong, dangerous or
 * meaningless; warnings are slips that the generator works around.
 *
 * The checks read the document once, never run what is in it (patterns are not compiled), and never change it.
 *
 * @returns errors and warnings (of each kind the first thousand that a rule finds) in the order of the document, each with the pointer of its place. The caller refuses the spec
 * when there is an error.
 */
export function guardSpec(document: JsonObject): readonly Finding[] {
  const exceeded = checkLimits(document);
  if (exceeded !== undefined) return [exceeded];
  const findings: Finding[] = [];
  const context: GuardContext = { document, is30: /^\s*3(?:\.0|$)/.test(String(own(document, "openapi"))) };
  let tokens: Tokens = [];
  const runs = rules.map((rule) =>
    rule.start(
      reporter(rule, findings, () => tokens),
      context,
    ),
  );
  const byKind = groupByKind(runs);
  walkSpec(document, (kind, value, at, parent) => {
    tokens = at;
    const node: GuardNode = { kind, value, tokens: at, parent };
    for (const run of byKind.get(kind) ?? []) run.visit(node);
  });
  for (const run of runs) run.end?.();
  return findings;
}

function reporter(rule: Rule, findings: Finding[], current: () => Tokens): Report {
  const counts = { error: 0, warning: 0 };
  return ({ severity, message, hint, below, pointer }) => {
    counts[severity] += 1;
    if (counts[severity] > maxFindings) return;
    findings.push({
      severity,
      rule: rule.id,
      pointer: pointer ?? toPointer([...current(), ...(below ?? [])]),
      message,
      ...(hint === undefined ? {} : { hint }),
    });
  };
}

function groupByKind(runs: readonly RuleRun[]): ReadonlyMap<Kind, readonly RuleRun[]> {
  const byKind = new Map<Kind, RuleRun[]>();
  for (const [index, rule] of rules.entries()) {
    for (const kind of rule.kinds) byKind.set(kind, [...(byKind.get(kind) ?? []), runs[index] as RuleRun]);
  }
  return byKind;
}
