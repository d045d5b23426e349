import type ts from "typescript";

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Rewrites declarations so that the compiler compares two versions of them by what consumers can see, and strictly: private
 * members, for which a class is no other's, are dropped, and methods, whose parameters TypeScript compares in both directions,
 * become properties that hold functions.
 *
 * @param text a `.d.ts` file
 */
export function plainDeclarations(typescript: typeof ts, text: string): string {
  const source = typescript.createSourceFile("file.d.ts", text, typescript.ScriptTarget.ES2022, true);
  const edits: Edit[] = [];
  const visit = (node: ts.Node): void => {
    if (typescript.isClassLike(node) || typescript.isInterfaceDeclaration(node) || typescript.isTypeLiteralNode(node)) {
      edits.push(...memberEdits(typescript, source, node.members));
    }
    typescript.forEachChild(node, visit);
  };
  visit(source);
  return applied(text, edits);
}

function memberEdits(typescript: typeof ts, source: ts.SourceFile, members: ts.NodeArray<ts.Node>): Edit[] {
  const edits: Edit[] = [];
  const drop = (node: ts.Node) => edits.push({ start: node.getStart(source), end: node.end, text: "" });
  const keyOf = (member: ts.ClassElement | ts.TypeElement) =>
    `${isStatic(typescript, member)} ${member.name?.getText(source)}`;
  const methods = new Map<string, (ts.MethodDeclaration | ts.MethodSignature)[]>();
  for (const member of members) {
    if (isPrivate(typescript, member)) drop(member);
    else if (typescript.isMethodDeclaration(member) || typescript.isMethodSignature(member)) {
      const key = keyOf(member);
      methods.set(key, [...(methods.get(key) ?? []), member]);
    }
  }
  // TypeScript 5.9 declares a method named by a well-known symbol twice, once as a property.
  for (const member of members)
    if (typescript.isPropertyDeclaration(member) && methods.has(keyOf(member))) drop(member);
  for (const overloads of methods.values()) {
    const [first] = overloads;
    if (!first) continue;
    const signatures = overloads.map((one) => {
      const start = one.questionToken?.end ?? one.name.end;
      return source.text.slice(start, one.end).replace(/;$/, "");
    });
    const head = `${isStatic(typescript, first) ? "static " : ""}readonly ${first.name.getText(source)}`;
    const text = `${head}${first.questionToken ? "?" : ""}: { ${signatures.join("; ")} };`;
    edits.push({ start: first.getStart(source), end: first.end, text });
    overloads.slice(1).forEach(drop);
  }
  return edits;
}

function isPrivate(typescript: typeof ts, member: ts.Node): boolean {
  const { name } = member as ts.NamedDeclaration;
  if (name && typescript.isPrivateIdentifier(name)) return true;
  const hidden = typescript.ModifierFlags.Private | typescript.ModifierFlags.Protected;
  return (typescript.getCombinedModifierFlags(member as ts.Declaration) & hidden) !== 0;
}

function isStatic(typescript: typeof ts, member: ts.Node): boolean {
  const flags = typescript.getCombinedModifierFlags(member as ts.Declaration);
  return (flags & typescript.ModifierFlags.Static) !== 0;
}

/** Edits inside a text that another edit replaces are part of that one, and left out. */
function applied(text: string, edits: readonly Edit[]): string {
  let result = "";
  let at = 0;
  for (const edit of [...edits].sort((one, other) => one.start - other.start || other.end - one.end)) {
    if (edit.start < at) continue;
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}
