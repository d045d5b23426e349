/** What may stand at the top level of a file. */
export type StatementKind =
  | "type import"
  | "value import"
  | "re-export"
  | "local export"
  | "type declaration"
  | "constant"
  | "function";

/** What one kind of generated file may hold. Everything that is not named here is refused. */
export interface Role {
  readonly name: string;
  readonly statements: ReadonlySet<StatementKind>;
  /** Kinds of node inside types, in TS-ESTree's terms. */
  readonly types: ReadonlySet<string>;
  /** Kinds of node inside the values of constants and the arguments of calls. */
  readonly values: ReadonlySet<string>;
}

const TYPES: ReadonlySet<string> = new Set([
  ...["Identifier", "Literal", "UnaryExpression", "RestElement"],
  ...["TSTypeAliasDeclaration", "TSInterfaceDeclaration", "TSInterfaceBody", "TSInterfaceHeritage"],
  ...["TSTypeAnnotation", "TSTypeParameterDeclaration", "TSTypeParameter", "TSTypeParameterInstantiation"],
  ...["TSTypeLiteral", "TSPropertySignature", "TSIndexSignature", "TSMappedType", "TSFunctionType"],
  ...["TSTypeReference", "TSQualifiedName", "TSTypeQuery", "TSIndexedAccessType", "TSLiteralType"],
  ...["TSArrayType", "TSTupleType", "TSNamedTupleMember", "TSOptionalType", "TSRestType"],
  ...["TSUnionType", "TSIntersectionType", "TSParenthesizedType", "TSTypeOperator", "TSConditionalType", "TSInferType"],
  ...[
    "TSStringKeyword",
    "TSNumberKeyword",
    "TSBooleanKeyword",
    "TSBigIntKeyword",
    "TSSymbolKeyword",
    "TSObjectKeyword",
  ],
  ...["TSNullKeyword", "TSUndefinedKeyword", "TSVoidKeyword", "TSNeverKeyword", "TSUnknownKeyword", "TSAnyKeyword"],
]);

const VALUES: ReadonlySet<string> = new Set([
  ...["Literal", "Identifier", "UnaryExpression", "MemberExpression"],
  ...["ObjectExpression", "Property", "SpreadElement", "ArrayExpression"],
  ...["TSAsExpression", "TSSatisfiesExpression", "ParenthesizedExpression"],
]);

/** Types alone: nothing of the file is left when it runs. */
export const typesRole: Role = {
  name: "types",
  statements: new Set(["type import", "re-export", "local export", "type declaration"]),
  types: TYPES,
  values: new Set(),
};

/** Types and constants of literal data. */
export const dataRole: Role = {
  name: "data",
  statements: new Set(["type import", "value import", "local export", "type declaration", "constant"]),
  types: TYPES,
  values: VALUES,
};

/** Types, constants, and functions that each return one call. */
export const functionsRole: Role = {
  name: "functions",
  statements: new Set([
    "type import",
    "value import",
    "local export",
    "re-export",
    "type declaration",
    "constant",
    "function",
  ]),
  types: TYPES,
  values: VALUES,
};

/** Nothing but re-exports. */
export const indexRole: Role = {
  name: "index",
  statements: new Set(["type import", "re-export", "local export"]),
  types: new Set(),
  values: new Set(),
};
