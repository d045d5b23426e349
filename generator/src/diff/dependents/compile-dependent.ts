import path from "node:path";
import type ts from "typescript";
import type { DependentPackage } from "./dependent-package.ts";
import { plainDeclarations } from "./plain-declarations.ts";
import { type Folders, sourceOf } from "./source-of.ts";

/** The client that a package builds on: what of it is on the disk, and what both versions of its generated part declare. */
export interface ClientSources {
  readonly name: string;
  /** Absolute, with `/`. */
  readonly folder: string;
  readonly manifest: { readonly exports?: Readonly<Record<string, unknown>> };
  /** Files of `src/generated`, by path in it. */
  readonly old: ReadonlyMap<string, string>;
  readonly next: ReadonlyMap<string, string>;
}

/** A package compiled against both versions of the client it builds on. */
export interface CompiledDependent {
  readonly checker: ts.TypeChecker;
  /** What does not compile in its sources against the new client, as `path:line:column: message`, in order. */
  readonly errors: readonly string[];
  /** What does not compile in its declarations against the old client, which they then say nothing of. */
  readonly oldErrors: readonly string[];
  /** The symbols that a version of an entry exports, by name. */
  readonly exports: (side: Side, entry: string) => ReadonlyMap<string, ts.Symbol>;
  /** The types that a version of the client declares, by name. */
  readonly clientTypes: (side: Side) => ReadonlyMap<string, ts.Symbol>;
  /** Whether a symbol is declared in the package. */
  readonly isOwn: (symbol: ts.Symbol) => boolean;
}

/** Which version of the client. */
export type Side = "old" | "next";

/** Read once, for all packages of a run. */
const libraries = new Map<string, ts.SourceFile>();

const SRC: Folders = { out: "dist", root: "src" };

/**
 * Compiles a package once against each version of its client, in one program, so that both can be compared. Nothing is
 * written: the versions stand in folders that exist for the compiler alone.
 *
 * @param earlier the sources of the package that were written for the old client. Default: those of now.
 */
export function compileDependent(
  typescript: typeof ts,
  dependent: DependentPackage,
  client: ClientSources,
  earlier: ReadonlyMap<string, string> = dependent.sources,
): CompiledDependent {
  const { rootDir: _, outDir: __, ...settings } = dependent.options as ts.CompilerOptions;
  const options: ts.CompilerOptions = {
    ...settings,
    noEmit: true,
    declaration: false,
    isolatedDeclarations: false,
    composite: false,
    incremental: false,
    rewriteRelativeImportExtensions: false,
    allowImportingTsExtensions: true,
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    skipLibCheck: false,
  };
  const texts = new Map<string, string>();
  const folders = { old: `${client.folder}/~old`, next: `${client.folder}/~next` };
  const surfaces = { old: `${dependent.folder}/~old`, next: `${dependent.folder}/~next` };
  for (const side of ["old", "next"] as const) {
    for (const [file, text] of client[side]) texts.set(`${folders[side]}/src/generated/${file}`, text);
    for (const [file, text] of side === "old" ? earlier : dependent.sources) {
      texts.set(`${surfaces[side]}/${declarationOf(file)}`, declare(typescript, dependent, file, text));
    }
  }
  const base = typescript.createCompilerHost(options);
  const library = `${base.getDefaultLibLocation?.()}/`;
  /** Files that both versions of the client have in common are read from where they are. */
  const onDisk = (file: string) => file.replace(/\/~(?:old|next)\/src\/(?!generated\/)/, "/src/");
  const host: ts.CompilerHost = {
    ...base,
    fileExists: (file) => texts.has(file) || base.fileExists(onDisk(file)),
    readFile: (file) => texts.get(file) ?? base.readFile(onDisk(file)),
    getSourceFile: (file, target) => {
      const known = libraries.get(file);
      if (known) return known;
      const text = texts.get(file) ?? base.readFile(onDisk(file));
      const source = text === undefined ? undefined : typescript.createSourceFile(file, text, target);
      if (source && file.startsWith(library)) libraries.set(file, source);
      return source;
    },
    resolveModuleNameLiterals: (literals, from, redirected, settings) =>
      literals.map(({ text }) => {
        const file = inside(text, from, { dependent, client, folders }, texts);
        if (file === undefined) return typescript.resolveModuleName(text, from, settings, host, undefined, redirected);
        const extension = file.endsWith(".d.ts") ? typescript.Extension.Dts : typescript.Extension.Ts;
        return { resolvedModule: { resolvedFileName: file, extension, isExternalLibraryImport: false } };
      }),
  };
  const own = [...dependent.sources.keys()].map((file) => `${dependent.folder}/${file}`);
  const entryFiles = (side: Side) => dependent.entries.map((entry) => `${surfaces[side]}/${declarationOf(entry)}`);
  const program = typescript.createProgram({
    rootNames: [...own, ...entryFiles("old"), ...entryFiles("next"), ...generated(folders)],
    options,
    host,
  });
  const checker = program.getTypeChecker();
  const exportsOf = (file: string): ReadonlyMap<string, ts.Symbol> => {
    const source = program.getSourceFile(file);
    const module = source && checker.getSymbolAtLocation(source);
    return new Map((module ? checker.getExportsOfModule(module) : []).map((symbol) => [symbol.name, symbol]));
  };
  const errorsIn = (files: readonly string[]) =>
    files.flatMap((file) => {
      const source = program.getSourceFile(file);
      if (!source) return [];
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map((one) =>
        told(typescript, one, path.posix.dirname(path.posix.dirname(dependent.folder))),
      );
    });
  return {
    checker,
    errors: errorsIn(own),
    oldErrors: errorsIn([...texts.keys()].filter((file) => file.startsWith(`${surfaces.old}/`))),
    exports: (side, entry) => exportsOf(`${surfaces[side]}/${declarationOf(entry)}`),
    clientTypes: (side) => exportsOf(`${folders[side]}/src/generated/index.ts`),
    isOwn: ({ declarations = [] }) =>
      declarations.some((one) => one.getSourceFile().fileName.startsWith(`${dependent.folder}/~`)),
  };
}

const generated = (folders: Record<Side, string>) =>
  Object.values(folders).map((folder) => `${folder}/src/generated/index.ts`);

const declarationOf = (file: string) => file.replace(/\.ts$/, ".d.ts");

function declare(typescript: typeof ts, { options }: DependentPackage, file: string, text: string): string {
  const { outputText } = typescript.transpileDeclaration(text, {
    fileName: file,
    compilerOptions: { ...(options as ts.CompilerOptions), isolatedDeclarations: true, declaration: true },
  });
  return plainDeclarations(typescript, outputText);
}

/** The file of ours that a module name means, seen from another one. */
function inside(
  name: string,
  from: string,
  { dependent, client, folders }: { dependent: DependentPackage; client: ClientSources; folders: Record<Side, string> },
  texts: ReadonlyMap<string, string>,
): string | undefined {
  const side = from.includes("/~old/") ? "old" : "next";
  if (name === client.name || name.startsWith(`${client.name}/`)) {
    const file = sourceOf(client.manifest, `.${name.slice(client.name.length)}`, SRC);
    return file && `${folders[side]}/${file}`;
  }
  if (!name.startsWith(".")) return undefined;
  const file = path.posix.join(path.posix.dirname(from), name);
  if (from.startsWith(`${client.folder}/~`)) return file;
  const declared = declarationOf(file);
  return from.startsWith(`${dependent.folder}/~`) && texts.has(declared) ? declared : undefined;
}

function told(typescript: typeof ts, { file, start = 0, messageText }: ts.Diagnostic, root: string): string {
  // The first sentence says what, the chain behind it goes through types that hold each other.
  const [text = ""] = typescript.flattenDiagnosticMessageText(messageText, "\n").split("\n");
  if (!file) return text;
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  return `${path.posix.relative(root, file.fileName)}:${line + 1}:${character + 1}: ${text}`;
}
