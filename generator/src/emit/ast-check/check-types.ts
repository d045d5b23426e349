import { type Node, visitorKeys } from "oxc-parser";
import type { Report } from "./ast-finding.ts";
import type { Role } from "./role.ts";

/** Checks that a type, or a declaration of one, holds only the kinds of node that the role allows in types. */
export function checkTypes(root: Node | null | undefined, role: Role, report: Report): void {
  if (!root) return;
  const pending: Node[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const fault = role.types.has(node.type) ? shapeFault(node) : "is not allowed in a type";
    if (fault !== undefined) {
      report(node, node.type, `${node.type} ${fault}.`);
      continue;
    }
    for (const key of visitorKeys[node.type] ?? []) {
      // The keys come from the parser's own table of children.
      const child = (node as unknown as Record<string, Node | (Node | null)[] | null | undefined>)[key];
      if (Array.isArray(child)) {
        for (const item of child) if (item) pending.push(item);
      } else if (child) {
        pending.push(child);
      }
    }
  }
}

function shapeFault(node: Node): string | undefined {
  switch (node.type) {
    case "TSPropertySignature":
      return node.computed && node.key.type !== "Literal" ? "has a computed name" : undefined;
    case "UnaryExpression":
      return node.operator === "-" && node.argument.type === "Literal" ? undefined : "is not a negative number";
    case "Literal":
      return "regex" in node ? "is a regular expression" : undefined;
    default:
      return undefined;
  }
}
