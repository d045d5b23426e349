import type { Program, Statement } from "oxc-parser";

/** The names of values that a file imports or declares at its top level, and `undefined`. */
export function declaredValues(program: Program): Set<string> {
  const names = new Set(["undefined"]);
  for (const statement of program.body) for (const name of namesOf(statement)) names.add(name);
  return names;
}

function namesOf(statement: Statement): string[] {
  switch (statement.type) {
    case "ImportDeclaration":
      return statement.importKind === "type" ? [] : statement.specifiers.map(({ local }) => local.name);
    case "ExportNamedDeclaration":
      return statement.declaration ? namesOf(statement.declaration) : [];
    case "VariableDeclaration":
      return statement.declarations.flatMap(({ id }) => (id.type === "Identifier" ? [id.name] : []));
    case "FunctionDeclaration":
      return statement.id ? [statement.id.name] : [];
    default:
      return [];
  }
}
