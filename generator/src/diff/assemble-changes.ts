import type { Change, Direction, Lens } from "./change.ts";
import type { DiffFinding } from "./finding.ts";
import { inOrder } from "./in-order.ts";
import { oneLine } from "./one-line.ts";
import type { Judge } from "./policy/policy.ts";
import { RULES } from "./rules/rules.ts";

const SHOWN = 3;

/** Makes changes of findings: each one once, judged, in an order that depends on nothing but the two specs. */
export function assembleChanges(findings: readonly DiffFinding[], judge: Judge): Change[] {
  const merged = new Map<string, DiffFinding[]>();
  for (const finding of findings) {
    const key = [finding.id, finding.in, finding.pointer, finding.message].join("\n");
    const alike = merged.get(key);
    if (alike) alike.push(finding);
    else merged.set(key, [finding]);
  }
  return [...merged.values()].map((alike) => change(alike, judge)).sort(inOrder);
}

function change(alike: readonly DiffFinding[], judge: Judge): Change {
  const { id, pointer, in: side, message } = alike[0] as DiffFinding;
  const directions = [...new Set(alike.flatMap((finding) => finding.directions ?? []))].sort();
  const operations = [...new Set(alike.flatMap((finding) => finding.operations ?? []))].sort();
  const lenses = new Set<Lens>(alike.map((finding) => finding.lens ?? (RULES.get(id)?.lens as Lens)));
  const level = judge(id, directions);
  return {
    id,
    level,
    operationId: operations.length === 1 ? (operations[0] as string) : "",
    pointer,
    message: oneLine(sentence(message, directions, operations)),
    lens: lenses.has("wire+types") || lenses.size > 1 ? "wire+types" : ([...lenses][0] as Lens),
    in: side,
    directions,
    operations,
    todo: level === "major" ? (RULES.get(id)?.todo ?? "Read what changed, and adapt your code.") : "",
  };
}

/** The message with the way it travels and the operations it reaches: `… (answered by getTask, listTasks and 4 others)`. */
function sentence(message: string, directions: readonly Direction[], operations: readonly string[]): string {
  const shown = operations.slice(0, operations.length === SHOWN + 1 ? SHOWN + 1 : SHOWN);
  const rest = operations.length - shown.length;
  const names = shown.join(", ") + (rest > 0 ? ` and ${rest} others` : "");
  const ways = directions.map((direction) => (direction === "request" ? "sent to" : "answered by")).reverse();
  if (ways.length > 0) return `${message} (${ways.reverse().join(" and ")} ${names})`;
  if (operations.length === 0 || (operations.length === 1 && message.includes(operations[0] as string))) return message;
  return `${message} (${names})`;
}
