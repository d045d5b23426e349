import type ts from "typescript";
import type { Direction } from "../change.ts";
import { TypeComparison, type TypeComparisonHooks } from "../types/type-comparison.ts";
import type { TypeFailure } from "../types/type-failure.ts";
import type { CompiledDependent, Side } from "./compile-dependent.ts";
import type { SurfaceChange } from "./surface-change.ts";
import { turnRound } from "./turn-round.ts";
import { writePlace } from "./write-place.ts";

const LONGEST_TEXT = 100;

/**
 * What changes in the public types of a package when its client does. Going forward shows what breaks; going back, what is
 * gone or refused shows what is new.
 */
export function compareSurface(
  typescript: typeof ts,
  compiled: CompiledDependent,
  entries: readonly string[],
): SurfaceChange[] {
  const walk = new SurfaceWalk(typescript, compiled);
  const changes = entries.flatMap((entry) => [
    ...walk.failures(entry, "old").map((failure) => change("major", failure)),
    ...walk.failures(entry, "next").map((failure) => change("minor", failure)),
  ]);
  const breaking = unique(changes.filter(({ level }) => level === "major"));
  const more = outermost(unique(changes.filter(({ level }) => level === "minor")));
  // What breaks looks new from the other end.
  return [...breaking, ...more.filter((one) => !breaking.some((other) => isInside(one, other)))];
}

function unique(changes: readonly SurfaceChange[]): SurfaceChange[] {
  return [...new Map(changes.map((one) => [`${one.subject} ${one.place} ${one.text}`, one])).values()];
}

/** What is new in something new is no further news. */
function outermost(changes: readonly SurfaceChange[]): SurfaceChange[] {
  const kept: SurfaceChange[] = [];
  for (const one of [...changes].sort((a, b) => a.place.length - b.place.length)) {
    if (!kept.some((other) => isInside(one, other))) kept.push(one);
  }
  return changes.filter((one) => kept.includes(one));
}

function isInside(inner: SurfaceChange, outer: SurfaceChange): boolean {
  if (inner.subject !== outer.subject) return false;
  return outer.place === "" || inner.place === outer.place || /^[.[({]/.test(rest(inner.place, outer.place));
}

const rest = (text: string, start: string) => (text.startsWith(start) ? text.slice(start.length) : "");

function change(level: "major" | "minor", { path, text }: TypeFailure): SurfaceChange {
  const [subject = "", ...rest] = path;
  return { level, subject, place: writePlace(rest), text: shortened(level === "major" ? text : turnRound(text)) };
}

/** A list of types that goes on and on is cut. */
function shortened(text: string): string {
  const end = text.lastIndexOf(", ", LONGEST_TEXT);
  return text.length <= LONGEST_TEXT || end < 0 ? text : `${text.slice(0, end)} and others`;
}

class SurfaceWalk {
  readonly #ts: typeof ts;
  readonly #compiled: CompiledDependent;

  constructor(typescript: typeof ts, compiled: CompiledDependent) {
    this.#ts = typescript;
    this.#compiled = compiled;
  }

  /** What code for one side of an entry meets on the other. */
  failures(entry: string, from: Side): TypeFailure[] {
    const { exports, checker } = this.#compiled;
    const before = this.#resolved(exports(from, entry));
    const after = this.#resolved(exports(from === "old" ? "next" : "old", entry));
    const met = new Map<ts.Type, Set<Direction>>();
    const onMeet = (type: ts.Type, direction: Direction) => {
      for (const one of [type, checker.getNonNullableType(type)]) {
        met.set(one, (met.get(one) ?? new Set<Direction>()).add(direction));
      }
    };
    const models = this.#models(from);
    const hooks: TypeComparisonHooks = {
      onMeet,
      nameOf: (type) => models.get(type),
      corresponds: this.#corresponds,
      isClosed: this.#isClosed,
    };
    const comparisons = {
      response: new TypeComparison(this.#ts, checker, "response", hooks),
      request: new TypeComparison(this.#ts, checker, "request", hooks),
    };
    const found: TypeFailure[] = [];
    for (const [name, symbol] of before) {
      const same = after.get(name);
      if (!same) found.push({ path: [name], text: "is no longer exported", gone: true });
      else if ((symbol.flags & same.flags & this.#ts.SymbolFlags.Value) !== 0) {
        const [old, next] = [checker.getTypeOfSymbol(symbol), checker.getTypeOfSymbol(same)];
        found.push(...comparisons.response.compare(old, next, [name]));
      }
    }
    for (const [name, symbol] of before) {
      const same = after.get(name);
      if (!same || (symbol.flags & same.flags & this.#ts.SymbolFlags.Type) === 0) continue;
      const [old, next] = [checker.getDeclaredTypeOfSymbol(symbol), checker.getDeclaredTypeOfSymbol(same)];
      // Which way a type goes is known once the functions that take and give it were met.
      for (const direction of met.get(old) ?? (["response", "request"] as const)) {
        found.push(...comparisons[direction].compare(old, next, [name]));
      }
    }
    return found;
  }

  /**
   * Types that the package declares are declared alike on both sides, and differ only by what they are made of. Whether such
   * types are assignable to each other is nothing to ask the compiler where they are generic: it may not come to an end.
   */
  readonly #corresponds = (source: ts.Type, target: ts.Type): boolean | undefined => {
    if (!this.#isOwn(source) && !this.#isOwn(target)) return undefined;
    if (source.isUnion() || target.isUnion()) return true;
    return this.#isOwn(source) && this.#isOwn(target) && this.#nameOf(source) === this.#nameOf(target);
  };

  /** An instance of a class of the package is made by it: code that passes one on gives it nothing of its own. */
  readonly #isClosed = ({ symbol }: ts.Type, direction: Direction): boolean =>
    direction === "request" &&
    symbol !== undefined &&
    (symbol.flags & this.#ts.SymbolFlags.Class) !== 0 &&
    this.#compiled.isOwn(symbol);

  /** Whether a type is declared in the package, or made of such ones, or open. */
  #isOwn(type: ts.Type): boolean {
    if ((type.flags & this.#ts.TypeFlags.Instantiable) !== 0) return true;
    if (type.isUnionOrIntersection() && type.types.some((part) => this.#isOwn(part))) return true;
    const declared = [type.symbol, type.aliasSymbol].some((symbol) => symbol && this.#compiled.isOwn(symbol));
    if (declared) return true;
    const { target } = type as ts.TypeReference;
    return (
      target !== undefined &&
      target !== type &&
      this.#compiled.checker.getTypeArguments(type as ts.TypeReference).some((one) => one !== type && this.#isOwn(one))
    );
  }

  #nameOf(type: ts.Type): string {
    if ((type.flags & this.#ts.TypeFlags.Instantiable) !== 0) return this.#compiled.checker.typeToString(type);
    return (type.aliasSymbol ?? type.symbol)?.name ?? "";
  }

  /** The models of the client by their types: places in them are told from there, wherever they are met. */
  #models(side: Side): Map<ts.Type, string> {
    const { clientTypes, checker } = this.#compiled;
    const found = new Map<ts.Type, string>();
    for (const [name, symbol] of this.#resolved(clientTypes(side))) {
      if ((symbol.flags & this.#ts.SymbolFlags.TypeAlias) === 0) continue;
      const type = checker.getDeclaredTypeOfSymbol(symbol);
      if ((type.flags & this.#ts.TypeFlags.Object) !== 0 && !found.has(type)) found.set(type, name);
    }
    return found;
  }

  #resolved(symbols: ReadonlyMap<string, ts.Symbol>): Map<string, ts.Symbol> {
    const { checker } = this.#compiled;
    const isAlias = (symbol: ts.Symbol) => (symbol.flags & this.#ts.SymbolFlags.Alias) !== 0;
    return new Map(
      [...symbols].map(([name, symbol]) => [name, isAlias(symbol) ? checker.getAliasedSymbol(symbol) : symbol]),
    );
  }
}
