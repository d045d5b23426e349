import type { Change } from "../../../src/diff/change.ts";
import { countLevels } from "../../../src/diff/report/count-levels.ts";
import { judgeStep } from "./judge-step.ts";
import type { Step } from "./replay-step.ts";

const REASONS = 3;

/** `docs/history.md`: what the diff says of every step, and what the compiler says of a consumer. */
export function renderHistory(groups: Readonly<Record<string, readonly Step[]>>): string {
  const sections = Object.entries(groups).map(
    ([title, steps]) =>
      `## ${title}\n\n| step | changes | bump | lens | consumer of the old version | why |\n|---|---|---|---|---|---|\n${steps.map(row).join("\n")}\n`,
  );
  const steps = Object.values(groups).flat();
  const wrong = steps.filter((step) => judgeStep(step).length > 0).length;
  return `${INTRODUCTION}\nOf ${steps.length} steps, ${steps.length - wrong} have a verdict that agrees with the compiler.\n\n${sections.join("\n")}`;
}

const INTRODUCTION = `<!-- Made by \`node generator/test/diff/write-docs.ts\` with SAILKIT_SPECS set. Do not edit. -->

# The verdicts on real history

Each row is one step of the vendor's published spec. \`sailkit diff\` compares the two versions. Apart from that, a package is
generated from each version, and a program is written from the old spec as its consumer would: it imports every name, calls
every operation with every parameter and every property of its body, and reads every field of every answer as the type the
spec gives it. That program is compiled with TypeScript 7 in strict mode against the new package. A verdict is true when it is
major where the program no longer compiles or the wire contract breaks, and not major where neither is so.
`;

function row(step: Step): string {
  const { from, to, diff, statements, broken } = step;
  const compiles =
    broken.length === 0
      ? `compiles (${statements} lines)`
      : `**${broken.length} of ${statements} lines no longer compile**`;
  const cells = [
    `${from} → ${to}`,
    countLevels(diff.changes) || "none",
    `**${diff.bump}**`,
    lenses(step),
    compiles,
    reasons(step),
  ];
  return `| ${cells.join(" | ")} |`;
}

/** The lenses that found what decides the bump. */
function lenses({ diff }: Step): string {
  const found = new Set(diff.changes.filter(({ level }) => level === diff.bump).map(({ lens }) => lens));
  if (found.has("wire+types") || (found.has("wire") && found.has("types"))) return "wire and types";
  return [...found].join() || "–";
}

/** What decides the bump: how often each rule found something, and an example of the first ones. */
function reasons({ diff }: Step): string {
  const deciding = diff.changes.filter(({ level }) => level === diff.bump);
  const byRule = new Map<string, Change[]>();
  for (const change of deciding) byRule.set(change.id, [...(byRule.get(change.id) ?? []), change]);
  const texts = [...byRule]
    .sort(([, a], [, b]) => rank(a) - rank(b))
    .map(([id, [first, ...more]]) => {
      const message = (first?.message ?? "").replace(/ \((?:sent to|answered by).*$/, "").replaceAll("|", "\\|");
      return `\`${id}\`${more.length > 0 ? ` ×${more.length + 1}` : ""}: ${message}`;
    });
  const left = texts.length - REASONS;
  return `${texts.slice(0, REASONS).join("<br/>")}${left > 0 ? `<br/>and ${left} more rules` : ""}`;
}

/** What both lenses found first, then what the types show, then the rest. */
function rank(changes: readonly Change[]): number {
  return Math.min(...changes.map(({ lens }) => ["wire+types", "types", "wire"].indexOf(lens)));
}
