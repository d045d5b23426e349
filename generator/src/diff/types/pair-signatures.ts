import type ts from "typescript";

/** A function of both versions. */
export interface SignaturePair {
  /** What it takes, one after the other: the old type and the new one. */
  readonly taken: readonly { readonly name: string; readonly types: readonly [ts.Type, ts.Type] }[];
  /** What it gives. */
  readonly given: readonly [ts.Type, ts.Type];
}

/**
 * The functions and constructors of two types, pair by pair in their order. Those that do not take as much as the other are
 * left out: they cannot be compared part by part.
 */
export function pairSignatures(
  { SignatureKind }: typeof ts,
  checker: ts.TypeChecker,
  old: ts.Type,
  next: ts.Type,
): SignaturePair[] {
  return [SignatureKind.Call, SignatureKind.Construct].flatMap((kind) => {
    const before = checker.getSignaturesOfType(old, kind);
    const after = checker.getSignaturesOfType(next, kind);
    return before.flatMap((one, index) => {
      const other = after[index];
      return other && before.length === after.length ? pair(checker, one, other) : [];
    });
  });
}

function pair(checker: ts.TypeChecker, old: ts.Signature, next: ts.Signature): SignaturePair[] {
  if (old.parameters.length !== next.parameters.length) return [];
  const taken = old.parameters.map((parameter, index) => ({
    name: parameter.name,
    types: [checker.getTypeOfSymbol(parameter), checker.getTypeOfSymbol(next.parameters[index] as ts.Symbol)] as const,
  }));
  return [{ taken, given: [old.getReturnType(), next.getReturnType()] }];
}
