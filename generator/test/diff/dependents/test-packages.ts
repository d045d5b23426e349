import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ChangesetPackage } from "../../../src/diff/changeset/changeset-packages.ts";
import type { DependentVerdict } from "../../../src/diff/dependents/dependent-verdict.ts";
import { judgeDependent } from "../../../src/diff/dependents/judge-dependent.ts";
import { diffSpecs } from "../../../src/diff/diff-specs.ts";
import type { SpecSide } from "../../../src/diff/spec-side.ts";

const CLIENT: ChangesetPackage = { name: "@t/client", version: "0.1.0", folder: "packages/client" };
const SDK: ChangesetPackage = { name: "@t/sdk", version: "0.1.0", folder: "packages/sdk" };

/** A client without what it does, and a package that builds on it, in a temporary folder. */
export interface TestPackages {
  readonly root: string;
  /** Writes a file of the package, by its path in it. */
  write(file: string, text: string): void;
  judge(old: SpecSide, next: SpecSide): Promise<DependentVerdict>;
  remove(): void;
}

const RUNTIME = `export interface Caller { call<R>(operation: object, init: object | undefined): Promise<R>; }
export interface CallOptions { readonly signal?: { readonly aborted: boolean } }
export type Body<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;
export type Failure<Response> = Response extends { content: infer Content } ? Content[keyof Content] : never;
export type Result<Data, Failure, Headers extends string = never> =
  | { data: Data; error?: never; names?: Headers } | { data?: never; error: Failure };
`;

const OPTIONS = {
  target: "es2022",
  lib: ["es2023"],
  types: [],
  strict: true,
  module: "nodenext",
  moduleResolution: "nodenext",
  isolatedDeclarations: true,
  declaration: true,
  stripInternal: true,
  rewriteRelativeImportExtensions: true,
  rootDir: "src",
  outDir: "dist",
};

/** Makes both, the package with some source files by their path in `src`. */
export function testPackages(sources: Readonly<Record<string, string>>): TestPackages {
  const root = mkdtempSync(path.join(tmpdir(), "sailkit-dependent-"));
  const put = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  const exported = (name: string) => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` });
  put(
    "packages/client/package.json",
    JSON.stringify({
      name: CLIENT.name,
      exports: {
        ".": exported("index"),
        "./manifest": exported("generated/manifest"),
        "./*": exported("generated/operations/*"),
      },
    }),
  );
  put(
    "packages/client/src/index.ts",
    'export * from "./generated/index.ts";\nexport type * from "./runtime/types.ts";\n',
  );
  put("packages/client/src/runtime/types.ts", RUNTIME);
  put("packages/client/src/runtime/server-url.ts", "export interface ServerTemplate { readonly url: string }\n");
  put("packages/client/src/runtime/manifest.ts", "export interface OperationManifest { readonly id: string }\n");
  put("packages/sdk/package.json", JSON.stringify({ name: SDK.name, exports: { ".": exported("index") } }));
  put("packages/sdk/tsconfig.json", JSON.stringify({ compilerOptions: OPTIONS, include: ["src"] }));
  for (const [file, text] of Object.entries(sources)) put(`packages/sdk/src/${file}`, text);
  return {
    root,
    write: (file, text) => put(`packages/sdk/${file}`, text),
    judge: async (old, next) => judgeDependent({ diff: await diffSpecs(old, next), old, next }, CLIENT, SDK, root),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
