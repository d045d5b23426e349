import ts from "typescript";

const { SyntaxKind } = ts;

/**
 * Kinds of node that generated code is made of. Written down here a second time, for another parser, so that a slip in the
 * check of the generator itself is seen.
 */
const TYPES: readonly ts.SyntaxKind[] = [
  ...[SyntaxKind.InterfaceDeclaration, SyntaxKind.TypeAliasDeclaration, SyntaxKind.TypeLiteral],
  ...[SyntaxKind.PropertySignature, SyntaxKind.IndexSignature, SyntaxKind.Parameter, SyntaxKind.TypeReference],
  ...[SyntaxKind.IndexedAccessType, SyntaxKind.UnionType, SyntaxKind.IntersectionType, SyntaxKind.ArrayType],
  ...[SyntaxKind.TupleType, SyntaxKind.OptionalType, SyntaxKind.RestType, SyntaxKind.ParenthesizedType],
  ...[SyntaxKind.LiteralType, SyntaxKind.StringKeyword, SyntaxKind.NumberKeyword, SyntaxKind.BooleanKeyword],
  ...[SyntaxKind.UnknownKeyword, SyntaxKind.NeverKeyword, SyntaxKind.UndefinedKeyword, SyntaxKind.NullKeyword],
  ...[SyntaxKind.TypeOperator, SyntaxKind.TypeQuery, SyntaxKind.HeritageClause, SyntaxKind.ExpressionWithTypeArguments],
  ...[SyntaxKind.ReadonlyKeyword, SyntaxKind.QuestionToken, SyntaxKind.ObjectKeyword],
];
const VALUES: readonly ts.SyntaxKind[] = [
  ...[SyntaxKind.Identifier, SyntaxKind.StringLiteral, SyntaxKind.NumericLiteral, SyntaxKind.TrueKeyword],
  ...[SyntaxKind.FalseKeyword, SyntaxKind.PrefixUnaryExpression, SyntaxKind.ObjectLiteralExpression],
  ...[SyntaxKind.PropertyAssignment, SyntaxKind.ArrayLiteralExpression, SyntaxKind.ComputedPropertyName],
  ...[SyntaxKind.AsExpression, SyntaxKind.EndOfFileToken],
];
const MODULES: readonly ts.SyntaxKind[] = [
  ...[SyntaxKind.ImportDeclaration, SyntaxKind.ImportClause, SyntaxKind.NamedImports, SyntaxKind.ImportSpecifier],
  ...[SyntaxKind.ExportDeclaration, SyntaxKind.NamedExports, SyntaxKind.ExportSpecifier, SyntaxKind.ExportKeyword],
  ...[SyntaxKind.VariableStatement, SyntaxKind.VariableDeclarationList, SyntaxKind.VariableDeclaration],
];
const FUNCTIONS: readonly ts.SyntaxKind[] = [
  ...[SyntaxKind.FunctionDeclaration, SyntaxKind.Block, SyntaxKind.ReturnStatement, SyntaxKind.CallExpression],
  SyntaxKind.PropertyAccessExpression,
];
const ALLOWED: ReadonlySet<ts.SyntaxKind> = new Set([...TYPES, ...VALUES, ...MODULES, ...FUNCTIONS]);

const TAGS = new Set(["deprecated", "description", "default", "example", "enum", "constant"]);

/** What TypeScript's own parser makes of comments; not part of its public types. */
interface Directives {
  readonly commentDirectives?: readonly unknown[];
  readonly checkJsDirective?: unknown;
  readonly parseDiagnostics: readonly ts.Diagnostic[];
}

/** What stands in the generated code of a package that should not: one line each. */
export function syntaxProblems(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([file]) => /^src\/generated\/.*\.ts$/.test(file))
    .flatMap(([file, text]) => {
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
      return [...directivesOf(source), ...nodesOf(source)].map((problem) => `${file}: ${problem}`);
    });
}

function directivesOf(source: ts.SourceFile): string[] {
  const { commentDirectives, checkJsDirective, parseDiagnostics } = source as unknown as Directives;
  const references = [source.referencedFiles, source.typeReferenceDirectives, source.libReferenceDirectives];
  return [
    ...parseDiagnostics.map(({ messageText }) => `does not parse: ${JSON.stringify(messageText)}`),
    ...(commentDirectives && commentDirectives.length > 0 ? ["a comment switches type checking"] : []),
    ...(checkJsDirective ? ["a comment switches checking of the file"] : []),
    ...(references.flat().length > 0 ? ["a comment refers to another file"] : []),
    ...(source.text.startsWith("#!") ? ["starts with a hashbang"] : []),
  ];
}

function nodesOf(source: ts.SourceFile): string[] {
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    const problem = problemOf(node);
    if (problem !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      problems.push(`line ${line + 1}: ${problem}`);
    }
    for (const tag of ts.getJSDocTags(node)) {
      if (!TAGS.has(tag.tagName.text)) problems.push(`a comment has the tag @${tag.tagName.text}`);
    }
    ts.forEachChild(node, visit);
  };
  ts.forEachChild(source, visit);
  return problems;
}

function problemOf(node: ts.Node): string | undefined {
  if (!ALLOWED.has(node.kind)) return `${SyntaxKind[node.kind]} is none of the kinds of node that are printed`;
  if (ts.isIdentifier(node)) {
    return node.text === "pwned" ? "names pwned" : undefined;
  }
  if (ts.isCallExpression(node)) {
    return node.expression.getText() === "client.call" ? undefined : `calls ${node.expression.getText()}`;
  }
  return undefined;
}
