import type { Expression, ObjectProperty, SpreadElement } from "oxc-parser";
import type { Report } from "./ast-finding.ts";
import { checkTypes } from "./check-types.ts";
import type { Role } from "./role.ts";

/** Names through which a plain value leads to code. */
const LEADS_TO_CODE: ReadonlySet<string> = new Set(["constructor", "__proto__", "prototype"]);

/** What an expression is checked against. */
export interface ValueContext {
  readonly role: Role;
  /** Names of values that the file imports or declares. Any other name would be a global. */
  readonly scope: ReadonlySet<string>;
  readonly report: Report;
}

/** Checks that an expression is data: literals, and names and members of what the file itself imports or declares. */
export function checkValue(root: Expression, context: ValueContext): void {
  const pending: (Expression | ObjectProperty | SpreadElement)[] = [root];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const fault = context.role.values.has(node.type) ? shapeFault(node, context) : "is not allowed in a value";
    if (fault === undefined) pending.push(...childrenOf(node, context));
    else context.report(node, node.type, `${node.type} ${fault}.`);
  }
}

function shapeFault(node: Expression | ObjectProperty | SpreadElement, { scope }: ValueContext): string | undefined {
  switch (node.type) {
    case "Literal":
      return "regex" in node || "bigint" in node ? "is neither a string, number, boolean nor null" : undefined;
    case "Identifier":
      return scope.has(node.name) ? undefined : `names ${node.name}, which the file neither imports nor declares`;
    case "UnaryExpression":
      return node.operator === "-" && node.argument.type === "Literal" ? undefined : "is not a negative number";
    case "MemberExpression":
      return memberFault(node);
    case "Property":
      return propertyFault(node);
    default:
      return undefined;
  }
}

function memberFault(node: Extract<Expression, { type: "MemberExpression" }>): string | undefined {
  const { computed, property } = node;
  if (computed && !(property.type === "Literal" && typeof property.value === "string")) return "has a computed name";
  if (property.type === "PrivateIdentifier") return "has a private name";
  const name =
    property.type === "Literal" ? String(property.value) : property.type === "Identifier" ? property.name : "";
  return LEADS_TO_CODE.has(name) ? `reads ${name}` : undefined;
}

function propertyFault({ kind, method, computed, key }: ObjectProperty): string | undefined {
  if (kind !== "init" || method) return "is a method or an accessor";
  if (computed) return key.type === "Literal" ? undefined : "has a computed name";
  if (key.type === "Literal") return key.value === "__proto__" ? "sets the prototype" : undefined;
  if (key.type !== "Identifier") return "has a name of another kind";
  return key.name === "__proto__" ? "sets the prototype" : undefined;
}

function childrenOf(node: Expression | ObjectProperty | SpreadElement, { role, report }: ValueContext) {
  switch (node.type) {
    case "ObjectExpression":
      return node.properties;
    case "ArrayExpression":
      return node.elements.filter((element) => element !== null);
    case "Property":
      return [node.value];
    case "SpreadElement":
      return [node.argument];
    case "MemberExpression":
      return [node.object];
    case "ParenthesizedExpression":
      return [node.expression];
    case "TSAsExpression":
    case "TSSatisfiesExpression":
      checkTypes(node.typeAnnotation, role, report);
      return [node.expression];
    default:
      return [];
  }
}
