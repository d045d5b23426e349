import type { Expression, Function as FunctionNode, ParamPattern } from "oxc-parser";
import type { Report } from "./ast-finding.ts";
import { checkTypes } from "./check-types.ts";
import { checkValue, type ValueContext } from "./check-value.ts";

/** Checks that a function declaration does one thing: return a call, of an imported function or a parameter's method, on data. */
export function checkFunction(node: FunctionNode, context: ValueContext): void {
  const { role, report } = context;
  checkTypes(node.typeParameters, role, report);
  checkTypes(node.returnType, role, report);
  const scope = new Set(context.scope);
  for (const parameter of node.params) checkParameter(parameter, context, scope);
  if (node.async || node.generator) report(node, node.type, "A generated function is neither async nor a generator.");
  if (node.body === null) return;
  const [statement, ...others] = node.body.body;
  if (statement?.type !== "ReturnStatement" || others.length > 0 || !statement.argument) {
    report(
      statement ?? node,
      statement?.type ?? node.type,
      "A generated function holds one return statement and nothing else.",
    );
    return;
  }
  checkCall(statement.argument, { ...context, scope });
}

function checkParameter(parameter: ParamPattern, context: ValueContext, scope: Set<string>): void {
  const { role, report } = context;
  const pattern = parameter.type === "AssignmentPattern" ? parameter.left : parameter;
  if (pattern.type !== "Identifier") {
    report(parameter, parameter.type, `${parameter.type} is not allowed as a parameter.`);
    return;
  }
  if (pattern.decorators && pattern.decorators.length > 0) report(pattern, "Decorator", "Decorators are not allowed.");
  checkTypes(pattern.typeAnnotation, role, report);
  if (parameter.type === "AssignmentPattern") checkValue(parameter.right, context);
  scope.add(pattern.name);
}

function checkCall(returned: Expression, context: ValueContext): void {
  const { role, report } = context;
  const node = withoutAssertions(returned, role, report);
  if (node.type !== "CallExpression" || node.optional) {
    report(node, node.type, `${node.type} is not the plain call that a generated function returns.`);
    return;
  }
  checkTypes(node.typeArguments, role, report);
  checkCallee(node.callee, context);
  for (const argument of node.arguments) {
    checkValue(argument.type === "SpreadElement" ? argument.argument : argument, context);
  }
}

function withoutAssertions(node: Expression, role: ValueContext["role"], report: Report): Expression {
  let inner = node;
  while (inner.type === "TSAsExpression" || inner.type === "TSSatisfiesExpression") {
    checkTypes(inner.typeAnnotation, role, report);
    inner = inner.expression;
  }
  return inner;
}

/** A name, or one member of a name: `call(…)`, `client.call(…)`. */
function checkCallee(callee: Expression, context: ValueContext): void {
  const isMember = callee.type === "MemberExpression" && !callee.computed && callee.object.type === "Identifier";
  if (callee.type === "Identifier" || isMember) checkValue(callee, context);
  else context.report(callee, callee.type, `${callee.type} is not allowed as what is called.`);
}
