import type ts from "typescript";

/** What sources take from a package. */
export interface ImportedNames {
  /** Names that are imported or re-exported one by one. */
  readonly names: ReadonlySet<string>;
  /** Whether something takes all there is: a namespace, or `export *`. */
  readonly all: boolean;
}

/** Finds what TypeScript sources import from a package and its subpaths, but for its manifest, of which nothing is left out. */
export function importedNames(typescript: typeof ts, sources: Iterable<string>, name: string): ImportedNames {
  const names = new Set<string>();
  let all = false;
  const isOurs = (node: ts.Node | undefined) => {
    if (!node || !typescript.isStringLiteral(node)) return false;
    return (node.text === name || node.text.startsWith(`${name}/`)) && node.text !== `${name}/manifest`;
  };
  const visit = (node: ts.Node): void => {
    if (typescript.isImportDeclaration(node) && isOurs(node.moduleSpecifier)) {
      const bindings = node.importClause?.namedBindings;
      if (bindings && typescript.isNamedImports(bindings)) take(bindings.elements);
      else if (bindings) all = true;
    } else if (typescript.isExportDeclaration(node) && isOurs(node.moduleSpecifier)) {
      if (node.exportClause && typescript.isNamedExports(node.exportClause)) take(node.exportClause.elements);
      else all = true;
    } else if (typescript.isImportTypeNode(node)) {
      if (typescript.isLiteralTypeNode(node.argument) && isOurs(node.argument.literal)) all = true;
    } else if (typescript.isCallExpression(node) && node.expression.kind === typescript.SyntaxKind.ImportKeyword) {
      if (isOurs(node.arguments[0])) all = true;
    }
    typescript.forEachChild(node, visit);
  };
  const take = (elements: readonly (ts.ImportSpecifier | ts.ExportSpecifier)[]) => {
    for (const { propertyName, name: own } of elements) names.add((propertyName ?? own).text);
  };
  for (const text of sources) visit(typescript.createSourceFile("source.ts", text, typescript.ScriptTarget.ES2022));
  return { names, all };
}
