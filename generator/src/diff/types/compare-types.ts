import type ts from "typescript";
import type { DiffFinding } from "../finding.ts";
import type { SpecSide } from "../spec-side.ts";
import { compareExports } from "./compare-exports.ts";
import { type CompiledSources, compileSources } from "./compile-sources.ts";
import { findScope } from "./find-scope.ts";
import { failureLocator } from "./locate-failure.ts";
import { planUnits } from "./plan-units.ts";
import { TypeComparison } from "./type-comparison.ts";
import type { TypeFailure } from "./type-failure.ts";
import type { TypeUnit } from "./type-unit.ts";
import { writeSources } from "./write-sources.ts";

/** Everything in the TypeScript of two packages that breaks consumers, as the compiler sees it. */
export async function compareTypes(old: SpecSide, next: SpecSide): Promise<DiffFinding[]> {
  const found = compareExports(old, next);
  const scope = findScope(old.prepared.types, next.prepared.types);
  const units = planUnits(old, next, scope);
  if (units.length === 0) return found;
  const [{ default: typescript }, sources] = await Promise.all([
    import("typescript"),
    writeSources(old, next, scope, units),
  ]);
  const compiled = compileSources(typescript, sources);
  const comparisons = {
    request: new TypeComparison(typescript, compiled.checker, "request"),
    response: new TypeComparison(typescript, compiled.checker, "response"),
  };
  const places = { old: failureLocator(old), new: failureLocator(next) };
  const ids = new Map([...old.prepared.client.operations].map(({ name, id }) => [name, id]));
  for (const unit of units) {
    for (const failure of failures(typescript.TypeFlags, unit, compiled, comparisons[unit.direction])) {
      const side = failure.gone ? "old" : "new";
      found.push({
        id: unit.kind === "split" ? "type-model-split" : `type-${unit.kind}-changed`,
        pointer: places[side](unit, failure.path),
        in: side,
        message: `${nameOf(unit, failure.path)} ${failure.text}`,
        directions: [unit.direction],
        operations: unit.functions.map((name) => ids.get(name) ?? name),
      });
    }
  }
  return found;
}

function failures(
  { Any, Undefined }: typeof ts.TypeFlags,
  unit: TypeUnit,
  compiled: CompiledSources,
  comparison: TypeComparison,
): TypeFailure[] {
  const next = compiled.alias("new.ts", unit.alias);
  const old = compiled.alias("old.ts", unit.alias);
  // What does not compile is any, which would agree with everything.
  if (!old || !next || ((old.flags | next.flags) & Any) !== 0) {
    throw new Error(
      `The types of ${unit.subject || "the servers"} cannot be compared: ${compiled.errors()[0] ?? "they are any"}. ` +
        "That is a defect of sailkit: please report it with both specs.",
    );
  }
  // Nothing could be read of an answer without a body.
  if (unit.kind === "data" && (old.flags & Undefined) !== 0) return [];
  if (unit.kind !== "split") return comparison.compare(old, next);
  const named = compiled.alias("new.ts", `${unit.alias}Named`);
  if (!named) return [];
  const changed = comparison.compare(old, named);
  const goesTo = unit.newType === "" ? old : next;
  if (changed.length > 0 || compiled.checker.isTypeAssignableTo(named, goesTo)) return changed;
  return [{ path: [], text: "is no longer the type of what is sent", gone: false }];
}

/** `Task.messages[].type`, `getTask init.params.query.limit`. */
function nameOf({ kind, subject }: TypeUnit, path: readonly string[]): string {
  const below = path.map((token) => (token === "[]" || token === "{}" ? token : `.${token}`)).join("");
  if (kind === "servers") return `the option server${below}`;
  return kind === "model" || kind === "split" ? `${subject}${below}` : `${kind} of ${subject}${below}`;
}
