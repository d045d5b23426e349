import type {
  ExportNamedDeclaration,
  ImportDeclaration,
  Statement,
  StringLiteral,
  VariableDeclaration,
} from "oxc-parser";
import { checkFunction } from "./check-function.ts";
import { checkTypes } from "./check-types.ts";
import { checkValue, type ValueContext } from "./check-value.ts";
import { moduleSourceFault } from "./module-source.ts";
import type { StatementKind } from "./role.ts";

/** A value context that also knows which file it is in. */
export interface StatementContext extends ValueContext {
  readonly path: string;
}

/** Checks one statement of the top level: that the role allows its kind, and everything in it. */
export function checkStatement(statement: Statement, context: StatementContext): void {
  const kind = kindOf(statement);
  if (kind === undefined || !context.role.statements.has(kind)) {
    const what = kind === undefined ? statement.type : `A ${kind}`;
    context.report(statement, statement.type, `${what} is not allowed in a file of the role ${context.role.name}.`);
    return;
  }
  if (statement.type === "ImportDeclaration") checkImport(statement, context);
  else if (statement.type === "ExportAllDeclaration") checkSource(statement.source, statement.attributes, context);
  else if (statement.type === "ExportNamedDeclaration") checkNamedExport(statement, context);
  else checkDeclaration(statement, context);
}

/** The kind of a statement, as far as its outline tells; `undefined` for what no generated file may hold. */
function kindOf(statement: Statement): StatementKind | undefined {
  switch (statement.type) {
    case "ImportDeclaration":
      // Without any name it would run a module for its effects.
      if (statement.specifiers.length === 0 || statement.phase) return undefined;
      return statement.importKind === "type" ? "type import" : "value import";
    case "ExportAllDeclaration":
      return "re-export";
    case "ExportNamedDeclaration":
      if (statement.declaration) return kindOf(statement.declaration);
      return statement.source ? "re-export" : "local export";
    case "TSTypeAliasDeclaration":
    case "TSInterfaceDeclaration":
      return "type declaration";
    case "VariableDeclaration":
      return statement.kind === "const" && !statement.declare ? "constant" : undefined;
    case "FunctionDeclaration":
    case "TSDeclareFunction":
      return statement.declare ? undefined : "function";
    default:
      return undefined;
  }
}

function checkImport(node: ImportDeclaration, context: StatementContext): void {
  checkSource(node.source, node.attributes, context);
  for (const specifier of node.specifiers) {
    if (specifier.type !== "ImportSpecifier" || specifier.imported.type !== "Identifier") {
      context.report(specifier, specifier.type, "Only plain names are imported into generated files.");
    }
  }
}

function checkNamedExport(node: ExportNamedDeclaration, context: StatementContext): void {
  if (node.declaration) checkDeclaration(node.declaration, context);
  if (node.source) checkSource(node.source, node.attributes, context);
  for (const { start, type, exported, local } of node.specifiers) {
    if (exported.type !== "Identifier" || local.type !== "Identifier") {
      context.report({ start }, type, "Only plain names are exported from generated files.");
    }
  }
}

function checkSource(source: StringLiteral, attributes: readonly unknown[], { path, report }: StatementContext): void {
  const fault = attributes.length > 0 ? "has import attributes" : moduleSourceFault(source.value, path);
  if (fault !== undefined) report(source, "ModuleSource", `The module ${JSON.stringify(source.value)} ${fault}.`);
}

function checkDeclaration(node: Statement, context: StatementContext): void {
  if (node.type === "VariableDeclaration") checkConstants(node, context);
  else if (node.type === "FunctionDeclaration" || node.type === "TSDeclareFunction") checkFunction(node, context);
  else checkTypes(node, context.role, context.report);
}

function checkConstants(node: VariableDeclaration, context: StatementContext): void {
  for (const { id, init, start, type } of node.declarations) {
    if (id.type !== "Identifier" || !init) {
      context.report({ start }, type, "A constant of a generated file has one name and a value.");
      continue;
    }
    checkTypes(id.typeAnnotation, context.role, context.report);
    checkValue(init, context);
  }
}
