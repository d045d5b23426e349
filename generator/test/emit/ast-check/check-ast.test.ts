import { describe, expect, test } from "vitest";
import { checkAst } from "../../../src/emit/ast-check/check-ast.ts";
import { dataRole } from "../../../src/emit/ast-check/role.ts";

const SCHEMA = "src/generated/schema.ts";
const DATA = "src/generated/manifest.ts";
const FUNCTIONS = "src/generated/operations/tasks.ts";
const INDEX = "src/generated/operations/index.ts";

async function findingsOf(path: string, text: string): Promise<string[]> {
  const findings = await checkAst(new Map([[path, text]]));
  return findings.map(({ line, column, kind, message }) => `${line}:${column} ${kind} ${message}`);
}

describe("lets through", () => {
  test.each<[string, string, string]>([
    [
      "types of every kind that openapi-typescript prints",
      SCHEMA,
      `export interface paths { "/a/{id}": { parameters: { path: { id: string }; query?: never }; get: operations["x"] } }
       type Without<T, U> = { [P in Exclude<keyof T, keyof U>]?: never };
       type OneOf<T extends any[]> = T extends [infer A, ...infer Rest] ? A | OneOf<Rest> : never;
       export type $defs = Record<string, never>;
       export interface components { schemas: { A: { a?: -1 | 2 | "x" | true | null; [key: string]: unknown }; B: components["schemas"]["A"][]; C: [string, ...number[]] } }
       export interface operations { x: (A & B) | typeof values[number]; readonly "__proto__"?: string }`,
    ],
    [
      "literal data",
      DATA,
      `import type { Operation } from "../runtime/operation.ts";
       import { tag } from "./operations/tasks.ts";
       const reads = ["a", "b"] as const;
       export const manifest = { a: 1, "b-c": [true, null, -1, "\${x}"], ["__proto__"]: 1, reads, tag, x: tag.id, y: tag["id"], ...reads } as const satisfies Record<string, unknown>;
       export const values: readonly string[] = [];
       export type Value = (typeof values)[number];`,
    ],
    [
      "functions that return one call",
      FUNCTIONS,
      `import { form } from "../../runtime/codecs/form.ts";
       import type { Caller, Result } from "../../runtime/types.ts";
       /** Gets a task. */
       export function getTask(client: Caller, init: { id: string } = {}): Promise<Result<"x">> {
         return client.call({ id: "getTask", method: "GET", path: "/tasks/{id}", styles: { query: { a: "form" } } }, init, form);
       }
       export function listTasks<T extends object>(client: Caller, init?: T): Promise<T> {
         return client.call<T>({ id: "listTasks" } as const, { ...init, limit: 250 }) as Promise<T>;
       }`,
    ],
    [
      "re-exports",
      INDEX,
      `export * from "./tasks.ts";\nexport { a, type B } from "./b.ts";\nexport * as c from "./c.ts";`,
    ],
    ["hand-written files", "src/client.ts", "globalThis.x = eval(`1`);"],
    ["what is no TypeScript", "src/generated/README.md", "<script>alert(1)</script>"],
    ["an empty module", SCHEMA, "export {};\n"],
  ])("%s", async (_, path, text) => {
    expect(await findingsOf(path, text)).toEqual([]);
  });
});

describe("refuses code in a types file (H01, H03)", () => {
  test.each([
    [
      "a comment broken out of",
      "/** text */ globalThis.hacked = 1; /* */\nexport type A = 1;",
      "1:13 ExpressionStatement",
    ],
    ["a constant", "export const a = 1;", "1:1 ExportNamedDeclaration"],
    ["a function", "export function f(): void { return; }", "1:1 ExportNamedDeclaration"],
    ["a class", "export class A {}", "1:1 ExportNamedDeclaration"],
    ["an enum", "export enum A { B }", "1:1 ExportNamedDeclaration"],
    ["a namespace", "export namespace A { eval('1') }", "1:1 ExportNamedDeclaration"],
    ["a global declaration", "declare global { interface Array<T> { x: T } }", "1:1 TSModuleDeclaration"],
    ["a default export", "export default eval('1');", "1:1 ExportDefaultDeclaration"],
    ["an import for its effects", 'import "./a.ts";', "1:1 ImportDeclaration"],
    ["an import without names", 'import type {} from "./a.ts";', "1:1 ImportDeclaration"],
    ["an import of values", 'import { a } from "./a.ts";', "1:1 ImportDeclaration"],
    ["an import by assignment", 'import a = require("./a.ts");', "1:1 TSImportEqualsDeclaration"],
    ["an import inside a type", 'export type A = import("evil").B;', "1:17 TSImportType"],
    ["a computed property", "export interface A { [globalThis.x]: 1 }", "1:22 TSPropertySignature"],
    ["a directive", '"use strict";', "1:1 ExpressionStatement"],
    ["a template", `export type A = \`\${string}\`;`, "1:17 TSTemplateLiteralType"],
    ["a statement between", "export type A = 1;\n;\nexport type B = 2", "2:1 EmptyStatement"],
  ])("%s", async (_, text, expected) => {
    expect(await findingsOf(SCHEMA, text)).toEqual([expect.stringContaining(expected)]);
  });
});

describe("refuses code among data (H01, H03, H06)", () => {
  test.each([
    ["a call", "evil()", "CallExpression"],
    ["a tagged template", "String.raw`x`", "TaggedTemplateExpression"],
    ["a template", "`x`", "TemplateLiteral"],
    ["new", "new Date()", "NewExpression"],
    ["a function", "() => 1", "ArrowFunctionExpression"],
    ["a method", "{ a() {} }", "Property"],
    ["an accessor", "{ get a() { return 1 } }", "Property"],
    ["a computed key", "{ [globalThis]: 1 }", "Property"],
    ["a prototype", "{ __proto__: null }", "Property"],
    ["a quoted prototype", '{ "__proto__": null }', "Property"],
    ["a prototype spelt with an escape", '{ "\\u005f_proto__": null }', "Property"],
    ["a shorthand prototype", "{ __proto__ }", "Property"],
    ["a nested prototype", "[{ a: { __proto__: {} } }]", "Property"],
    ["a global", "globalThis", "Identifier"],
    ["a member of a global", "process.env", "Identifier"],
    ["a way to code", "b.constructor", "MemberExpression"],
    ["a computed way", 'b["constructor"]', "MemberExpression"],
    ["a computed member", "b[b]", "MemberExpression"],
    ["an assignment", "(b.x = 1)", "AssignmentExpression"],
    ["a dynamic import", 'import("x")', "ImportExpression"],
    ["await", "await b", "AwaitExpression"],
    ["import.meta", "import.meta", "MetaProperty"],
    ["a regular expression", "/(a+)+$/", "Literal"],
    ["a comma", "(1, 2)", "SequenceExpression"],
    ["a class", "class { static { } }", "ClassExpression"],
    ["a spread global", "{ ...globalThis }", "Identifier"],
    ["an assertion with an import", '1 as import("x").A', "TSImportType"],
  ])("%s", async (_, value, kind) => {
    const findings = await findingsOf(DATA, `const b = {};\nexport const a = ${value};`);
    expect(findings.map((finding) => finding.split(" ")[1])).toEqual([kind]);
    expect(findings[0]).toMatch(/^2:/);
  });

  test.each([
    "let a = 1;",
    "var a = 1;",
    "export const { a } = {};",
    "declare const a: 1;",
    "using a = b;",
    "a: 1;",
    "if (1) {}",
    "export function f() { return f(); }",
  ])("%s", async (text) => {
    expect(await findingsOf(DATA, text)).toHaveLength(1);
  });
});

describe("refuses in functions (H01, H07)", () => {
  test.each([
    ["a second statement", "(c) { c.x(); return c.call() }"],
    ["no return", "(c) { c.call() }"],
    ["an awaited call", "(c) { return await c.call() }"],
    ["a call of a call", "(c) { return c.call()() }"],
    ["a call of a global", "(c) { return eval('1') }"],
    ["a call on a global", "(c) { return globalThis.fetch('x') }"],
    ["an optional call", "(c) { return c.call?.() }"],
    ["a computed callee", "(c) { return c['call']() }"],
    ["a chain of members", "(c) { return c.a.b() }"],
    ["the constructor", "(c) { return c.constructor('evil') }"],
    ["a call among the arguments", "(c) { return c.call(c.call()) }"],
    ["a spread global", "(c) { return c.call(...globalThis) }"],
    ["a template among the arguments", `(c) { return c.call(\`\${c}\`) }`],
    ["a destructured parameter", "({ c }) { return c.call() }"],
    ["a call as a default", "(c, d = c()) { return c.call(d) }"],
    ["an arrow function", "(c) { return () => c.call() }"],
  ])("%s", async (_, rest) => {
    expect((await findingsOf(FUNCTIONS, `export function f${rest}`)).length).toBeGreaterThan(0);
  });

  test.each([
    "async function f(c) { return c.call() }",
    "function* f(c) { return c.call() }",
    "default function f(c) { return c.call() }",
  ])("%s", async (text) => {
    expect(await findingsOf(FUNCTIONS, `export ${text}`)).toHaveLength(1);
  });
});

test.each([
  "evil",
  "node:fs",
  "https://evil.example/x.ts",
  "/etc/x.ts",
  "./a",
  "./a.json",
  "data:text/javascript,x.js",
  "./a%2e.ts",
  ".././../../../x.ts",
  "../../../../x.ts",
  "./a.ts?x.ts",
  "./.hidden.ts",
])("refuses the module %s", async (source) => {
  expect(await findingsOf(INDEX, `export * from ${JSON.stringify(source)};`)).toEqual([
    expect.stringContaining("1:15 ModuleSource"),
  ]);
});

test.each([
  'export * from "./a.json" with { type: "json" };',
  'export { a as "b c" } from "./a.ts";',
  'import a from "./a.ts";',
  'import * as a from "./a.ts";',
  "export const a = 1;",
])("refuses in an index: %s", async (text) => {
  expect((await findingsOf(INDEX, text)).length).toBeGreaterThan(0);
});

describe("comments and characters (H05)", () => {
  test.each([
    ["// @ts-nocheck", "1:1 Comment A comment switches type checking."],
    ["/** @ts-expect-error */", "1:1 Comment A comment switches type checking."],
    ["/**\n * text\n * @ts-ignore\n */", "1:1 Comment A comment switches type checking."],
    ["//# sourceMappingURL=https://evil.example", "1:1 Comment A comment names a source map."],
    ['/// <reference path="x" />', "1:1 Comment A comment refers to another file."],
    ["#!/usr/bin/env node", "1:1 Hashbang A generated module is no executable."],
  ])("refuses %s", async (comment, expected) => {
    expect(await findingsOf(SCHEMA, `${comment}\nexport type A = 1;`)).toEqual([expected]);
  });

  test("keeps comments that only talk about directives", async () => {
    expect(
      await findingsOf(SCHEMA, "/** See `@ts-ignore`, \\@ts-nocheck and <reference>. */\nexport type A = 1;"),
    ).toEqual([]);
  });

  test.each(["\u2028", "\u2029", "\u202e", "\u2066", "\ufeff", "\u200b", "\u0000", "\u001b", "\ud800"])(
    "refuses U+%# wherever it stands",
    async (character) => {
      const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      for (const text of [`/* a\n${character} */\nexport {};`, `export type A = {\n"${character}": 1 };`]) {
        expect(await findingsOf(SCHEMA, text)).toContainEqual(
          expect.stringMatching(new RegExp(`^2:[12] Character U\\${code.slice(1)}`)),
        );
      }
    },
  );
});

test("points at text that does not parse", async () => {
  expect(await findingsOf(SCHEMA, "export type A = 1;\nexport type B = ;\n")).toEqual([
    expect.stringMatching(/^2:17 ParseError /),
  ]);
});

test("survives nesting that would crash a recursive parser (H15)", async () => {
  const deep = `export interface A ${"{a:".repeat(100_000)}1${"}".repeat(100_000)}`;
  expect(await findingsOf(SCHEMA, deep)).toEqual([expect.stringContaining("ParseError The code nests more than 1000")]);
});

test("refuses a generated file that has no role, and asks the caller's own roles first", async () => {
  const files = new Map([["src/generated/new/thing.ts", "export const a = 1;"]]);
  expect(await checkAst(files)).toEqual([
    expect.objectContaining({ path: "src/generated/new/thing.ts", kind: "File" }),
  ]);
  expect(await checkAst(files, { roleOf: () => dataRole })).toEqual([]);
});

test("says no more than twenty things about one file", async () => {
  expect(await findingsOf(SCHEMA, "evil();\n".repeat(100))).toHaveLength(20);
});
