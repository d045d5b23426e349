import type ts from "typescript";

/**
 * A declaration of the types, `paths` without what a path does not have: the printer writes `put?: never` for each missing
 * method, and as much for missing parameters, which says no more than leaving them out. That is a tenth of the types of a
 * large API, and every compiler that reads them has to hold it.
 */
export function prunePaths(node: ts.Node, typescript: typeof ts): ts.Node {
  if (!typescript.isInterfaceDeclaration(node) || node.name.text !== "paths") return node;
  const { factory } = typescript;
  const { modifiers, name, typeParameters, heritageClauses } = node;
  const members = node.members.map((member) => {
    if (!typescript.isPropertySignature(member)) return member;
    const { modifiers, name, questionToken, type } = member;
    return factory.updatePropertySignature(member, modifiers, name, questionToken, type && pruned(type, typescript));
  });
  return factory.updateInterfaceDeclaration(node, modifiers, name, typeParameters, heritageClauses, members);
}

/** Without members that nobody can set, and without those that have no other members. */
function pruned(type: ts.TypeNode, typescript: typeof ts): ts.TypeNode {
  if (!typescript.isTypeLiteralNode(type)) return type;
  const members = type.members.filter((member) => {
    if (!typescript.isPropertySignature(member) || member.type === undefined) return true;
    if (member.type.kind === typescript.SyntaxKind.NeverKeyword) return member.questionToken === undefined;
    const inner = pruned(member.type, typescript);
    return !typescript.isTypeLiteralNode(inner) || inner.members.length > 0;
  });
  return typescript.factory.createTypeLiteralNode(members);
}
