import type ts from "typescript";
import type { Direction } from "../change.ts";
import { pairSignatures } from "./pair-signatures.ts";
import type { TypeFailure } from "./type-failure.ts";

type Path = readonly string[];

const LONGEST_TYPE = 80;

/** What is told about the types that a comparison meets. */
export interface TypeComparisonHooks {
  /** A name to tell a type by, wherever it is met: paths of failures inside it start there. */
  readonly nameOf?: (old: ts.Type) => string | undefined;
  /** Called with every type of the old side that is met, and the way it travels. */
  readonly onMeet?: (old: ts.Type, direction: Direction) => void;
  /**
   * Whether two types correspond, where it is enough to compare them part by part; undefined where the compiler is to say
   * whether one is assignable to the other.
   */
  readonly corresponds?: (source: ts.Type, target: ts.Type) => boolean | undefined;
  /** Whether what travels this way is handed on as it is, so that nobody meets what is in it. */
  readonly isClosed?: (old: ts.Type, direction: Direction) => boolean;
}

/**
 * Compares types as a consumer meets them, by asking the compiler: `response` types are read, so that the new one must be
 * assignable to the old one and still have all that code may ask of it; `request` types are written, so that the old one must
 * be assignable to the new one and name nothing that it does not know. What a function takes goes the other way than the
 * function itself.
 */
export class TypeComparison {
  readonly #ts: typeof ts;
  readonly #checker: ts.TypeChecker;
  readonly #hooks: TypeComparisonHooks;
  /** By direction: the pairs met so far. */
  readonly #known = { request: new Map(), response: new Map() } as Record<
    Direction,
    Map<ts.Type, Map<ts.Type, boolean | "open">>
  >;
  #direction: Direction;
  #failures: TypeFailure[] = [];
  /** Whether a pair was met inside itself. */
  #assumed = false;

  constructor(typescript: typeof ts, checker: ts.TypeChecker, direction: Direction, hooks: TypeComparisonHooks = {}) {
    this.#ts = typescript;
    this.#checker = checker;
    this.#direction = direction;
    this.#hooks = hooks;
  }

  /**
   * Where the types clash. A pair of object types met before, also inside other ones, is not reported again.
   * @param path where the types stand, as the start of the path of every failure
   */
  compare(old: ts.Type, next: ts.Type, path: Path = []): TypeFailure[] {
    this.#failures = [];
    this.#assumed = false;
    if (!this.#pair(old, next, path) && this.#assumed && !this.#fits(old, next)) this.#differ(old, next, path);
    return this.#failures;
  }

  // Each of these says whether the types clash there, and notes where.

  #pair(old: ts.Type, next: ts.Type, way: Path): boolean {
    this.#hooks.onMeet?.(old, this.#direction);
    const path = this.#named(old, way);
    if (old === next || this.#isAnything(this.#direction === "response" ? old : next)) return false;
    const before = this.#assumed;
    this.#assumed = false;
    const clashes = [
      this.#nothing(old, next, path),
      this.#scalars(old, next, path),
      this.#objects(old, next, path),
    ].includes(true);
    // Whether a type inside itself clashes is known only when the outer one is done.
    const clash = clashes || (!this.#assumed && !this.#fits(old, next) && this.#differ(old, next, path));
    this.#assumed ||= before;
    return clash;
  }

  /** Where a path goes on from: from the type itself, where that has a name. */
  #named(type: ts.Type, path: Path): Path {
    const name = this.#hooks.nameOf?.(type);
    return name === undefined ? path : [name];
  }

  #differ(old: ts.Type, next: ts.Type, path: Path): true {
    return this.#fail(path, `was ${this.#text(old)}, is ${this.#text(next)}`);
  }

  #fail(path: Path, text: string, gone = false): true {
    this.#failures.push({ path, text, gone });
    return true;
  }

  /** Whether code for the old type takes the new one, by assignment alone. */
  #fits(old: ts.Type, next: ts.Type): boolean {
    return this.#direction === "response" ? this.#isAssignable(next, old) : this.#isAssignable(old, next);
  }

  #isAssignable(source: ts.Type, target: ts.Type): boolean {
    return this.#hooks.corresponds?.(source, target) ?? this.#checker.isTypeAssignableTo(source, target);
  }

  #nothing(old: ts.Type, next: ts.Type, path: Path): boolean {
    let clash = false;
    for (const [flag, name] of [
      [this.#ts.TypeFlags.Null, "null"],
      [this.#ts.TypeFlags.Undefined, "undefined"],
    ] as const) {
      const was = parts(old).some((part) => (part.flags & flag) !== 0);
      const is = parts(next).some((part) => (part.flags & flag) !== 0);
      if (was === is || is !== (this.#direction === "response")) continue;
      clash = this.#fail(path, is ? `may be ${name}` : name === "null" ? "may no longer be null" : "is required");
    }
    return clash;
  }

  #scalars(old: ts.Type, next: ts.Type, path: Path): boolean {
    const before = parts(old).filter((part) => this.#isScalar(part));
    const after = parts(next).filter((part) => this.#isScalar(part));
    const fits = (source: ts.Type, target: ts.Type) => this.#isAssignable(source, target);
    if (this.#direction === "request") {
      const refused = before.filter((part) => !fits(part, next));
      return refused.length > 0 && this.#fail(path, `no longer takes ${this.#list(refused)}`);
    }
    const more = after.filter((part) => !fits(part, old));
    if (more.length > 0) return this.#fail(path, `may also be ${this.#list(more)}`);
    // Code that asks for what can never come does not compile.
    const lost = before.filter((part) => !parts(next).some((other) => fits(part, other) || fits(other, part)));
    return lost.length > 0 && this.#fail(path, `is no longer ${this.#list(lost)}`);
  }

  #objects(old: ts.Type, next: ts.Type, path: Path): boolean {
    const before = parts(old).filter((part) => this.#isObject(part));
    const after = parts(next).filter((part) => this.#isObject(part));
    const [first] = before;
    const [second] = after;
    if (first && second && before.length === 1 && after.length === 1) return this.#once(first, second, path);
    const lost = before.filter((one) => !after.some((other) => this.#fits(one, other)));
    const more = after.filter((other) => !before.some((one) => this.#fits(one, other)));
    // Members that have changed correspond in order.
    const changed = lost.slice(0, more.length);
    const clashes = changed.map((one, index) => this.#once(one, more[index] as ts.Type, path));
    for (const one of before) {
      const same = after.find((other) => this.#hooks.corresponds?.(one, other));
      if (same) clashes.push(this.#once(one, same, path));
    }
    const gone = lost.slice(changed.length);
    const added = this.#direction === "response" ? more.slice(changed.length) : [];
    const word = this.#direction === "response" ? "is no longer" : "no longer takes";
    if (gone.length > 0) clashes.push(this.#fail(path, `${word} ${this.#list(gone)}`, true));
    if (added.length > 0) clashes.push(this.#fail(path, `may also be ${this.#list(added)}`));
    return clashes.includes(true);
  }

  /** Compares two object types, unless they were met before: they refer to themselves, and to each other from many places. */
  #once(old: ts.Type, next: ts.Type, path: Path): boolean {
    if (old === next) return false;
    if (this.#hooks.isClosed?.(old, this.#direction)) return false;
    const start = this.#named(old, path);
    const pairs = this.#known[this.#direction];
    const results = pairs.get(old) ?? new Map<ts.Type, boolean | "open">();
    const known = results.get(next);
    if (known === "open") this.#assumed = true;
    if (known !== undefined) return known === true;
    pairs.set(old, results.set(next, "open"));
    const clash = this.#members(old, next, start);
    results.set(next, clash);
    return clash;
  }

  #members(old: ts.Type, next: ts.Type, path: Path): boolean {
    const items = this.#items(old);
    const others = this.#items(next);
    if (items && others) return this.#pair(items, others, [...path, "[]"]);
    if (items || others) return this.#differ(old, next, path);
    const parameters = this.#sameGeneric(old, next);
    if (parameters) return parameters.map(([one, other]) => this.#pair(one, other, path)).includes(true);
    const index = this.#checker.getIndexTypeOfType(old, this.#ts.IndexKind.String);
    const other = this.#checker.getIndexTypeOfType(next, this.#ts.IndexKind.String);
    const clashes = this.#checker.getPropertiesOfType(old).map((property) => {
      const type = this.#checker.getTypeOfSymbol(property);
      const same = this.#counterpart(property, next);
      const now = same ? this.#checker.getTypeOfSymbol(same) : other;
      const place = [...path, property.name];
      if (now) return this.#pair(type, now, place);
      // One that could never be there is not missed.
      return !this.#isNever(type) && this.#fail(place, "is gone", true);
    });
    if (this.#direction === "request") clashes.push(this.#required(old, next, path));
    clashes.push(this.#signatures(old, next, path));
    if (index && other) clashes.push(this.#pair(index, other, [...path, "{}"]));
    else if (index) clashes.push(this.#fail(path, "no longer has properties that are not named", true));
    return clashes.includes(true);
  }

  #counterpart({ name, escapedName }: ts.Symbol, type: ts.Type): ts.Symbol | undefined {
    const found = this.#checker.getPropertyOfType(type, name);
    // One that is named by a symbol is not found by its name.
    if (found || !name.startsWith("__@")) return found;
    return this.#checker.getPropertiesOfType(type).find((one) => one.escapedName === escapedName);
  }

  #required(old: ts.Type, next: ts.Type, path: Path): boolean {
    const missing = this.#checker
      .getPropertiesOfType(next)
      .filter((property) => {
        const isOptional = (property.flags & this.#ts.SymbolFlags.Optional) !== 0;
        return !isOptional && !this.#counterpart(property, old);
      })
      .map(({ name }) => this.#fail([...path, name], "is required"));
    return missing.length > 0;
  }

  /** Functions and constructors: what they take travels the other way than what they give. */
  #signatures(old: ts.Type, next: ts.Type, path: Path): boolean {
    const pairs = pairSignatures(this.#ts, this.#checker, old, next);
    if (!pairs) return this.#fail(path, "has other overloads");
    const clashes = pairs.flatMap(({ taken, given, gone, demanded }) => [
      ...this.#turned(() => taken.map(({ name, types: [a, b] }) => this.#pair(a, b, [...path, `(${name})`]))),
      this.#pair(given[0], given[1], [...path, "()"]),
      ...gone.map((name) => this.#fail([...path, `(${name})`], "is gone", true)),
      // Whoever is called need not take all there is.
      ...(this.#direction === "response" ? demanded : []).map((name) =>
        this.#fail([...path, `(${name})`], "is required"),
      ),
    ]);
    return clashes.includes(true);
  }

  /** Does something the other way. */
  #turned<Outcome>(work: () => Outcome): Outcome {
    const direction = this.#direction;
    this.#direction = direction === "request" ? "response" : "request";
    try {
      return work();
    } finally {
      this.#direction = direction;
    }
  }

  /** Type arguments of two that are of one generic type, such as `Promise`. */
  #sameGeneric(old: ts.Type, next: ts.Type): [ts.Type, ts.Type][] | undefined {
    const [one, other] = [old as ts.TypeReference, next as ts.TypeReference];
    if (one.target === undefined || one.target !== other.target || this.#checker.isTupleType(old)) return undefined;
    const before = this.#checker.getTypeArguments(one);
    const after = this.#checker.getTypeArguments(other);
    return before.map((argument, index) => [argument, after[index] as ts.Type]);
  }

  #items(type: ts.Type): ts.Type | undefined {
    if (!this.#checker.isArrayType(type)) return undefined;
    return this.#checker.getTypeArguments(type as ts.TypeReference)[0];
  }

  #isAnything(type: ts.Type): boolean {
    return (type.flags & (this.#ts.TypeFlags.Any | this.#ts.TypeFlags.Unknown)) !== 0;
  }

  #isNever(type: ts.Type): boolean {
    const nothing = this.#ts.TypeFlags.Never | this.#ts.TypeFlags.Undefined;
    return parts(type).every((part) => (part.flags & nothing) !== 0);
  }

  /** Text, numbers and booleans, also the `string & {}` of open enums. */
  #isScalar(type: ts.Type): boolean {
    const { StringLike, NumberLike, BooleanLike, BigIntLike } = this.#ts.TypeFlags;
    const scalar = StringLike | NumberLike | BooleanLike | BigIntLike;
    return (
      (type.flags & scalar) !== 0 || (type.isIntersection() && type.types.some((part) => (part.flags & scalar) !== 0))
    );
  }

  #isObject(type: ts.Type): boolean {
    return (type.flags & (this.#ts.TypeFlags.Object | this.#ts.TypeFlags.Intersection)) !== 0 && !this.#isScalar(type);
  }

  #list(types: readonly ts.Type[]): string {
    return types.map((type) => this.#text(type)).join(", ");
  }

  #text(type: ts.Type): string {
    const text = this.#checker.typeToString(type).replace(/\s+/g, " ");
    return text.length > LONGEST_TYPE ? `${text.slice(0, LONGEST_TYPE - 3)}...` : text;
  }
}

function parts(type: ts.Type): readonly ts.Type[] {
  return type.isUnion() ? type.types : [type];
}
