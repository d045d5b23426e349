import type ts from "typescript";

/** A function or constructor of both versions. */
export interface SignaturePair {
  /** What both take, one after the other: the old type and the new one. */
  readonly taken: readonly { readonly name: string; readonly types: readonly [ts.Type, ts.Type] }[];
  /** What both give. */
  readonly given: readonly [ts.Type, ts.Type];
  /** Names of what only the old one takes. */
  readonly gone: readonly string[];
  /** Names of what only the new one takes, and cannot do without. */
  readonly demanded: readonly string[];
}

/**
 * The functions and constructors of two types, pair by pair in their order.
 * @returns undefined where one type has more of them than the other
 */
export function pairSignatures(
  { SignatureKind }: typeof ts,
  checker: ts.TypeChecker,
  old: ts.Type,
  next: ts.Type,
): SignaturePair[] | undefined {
  const pairs: SignaturePair[] = [];
  for (const kind of [SignatureKind.Call, SignatureKind.Construct]) {
    const before = checker.getSignaturesOfType(old, kind);
    const after = checker.getSignaturesOfType(next, kind);
    if (before.length !== after.length) return undefined;
    for (const [index, one] of before.entries()) pairs.push(pair(checker, one, after[index] as ts.Signature));
  }
  return pairs;
}

function pair(checker: ts.TypeChecker, old: ts.Signature, next: ts.Signature): SignaturePair {
  const both = Math.min(old.parameters.length, next.parameters.length);
  return {
    taken: old.parameters.slice(0, both).map((parameter, index) => ({
      name: parameter.name,
      types: [
        checker.getTypeOfSymbol(parameter),
        checker.getTypeOfSymbol(next.parameters[index] as ts.Symbol),
      ] as const,
    })),
    given: [old.getReturnType(), next.getReturnType()],
    gone: old.parameters.slice(both).map(({ name }) => name),
    demanded: next.parameters
      .slice(both)
      .filter((one) => !mayBeLeftOut(one))
      .map(({ name }) => name),
  };
}

function mayBeLeftOut({ valueDeclaration }: ts.Symbol): boolean {
  const { questionToken, initializer, dotDotDotToken } = (valueDeclaration ?? {}) as Partial<ts.ParameterDeclaration>;
  return questionToken !== undefined || initializer !== undefined || dotDotDotToken !== undefined;
}
