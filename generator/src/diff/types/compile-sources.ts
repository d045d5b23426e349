import type ts from "typescript";
import { MINIMAL_LIBRARY } from "./minimal-library.ts";

/** A checker over files in memory, and the aliases each of them exports. */
export interface CompiledSources {
  readonly checker: ts.TypeChecker;
  readonly alias: (file: string, name: string) => ts.Type | undefined;
  /** What does not compile; nothing in what we emit should. */
  readonly errors: () => readonly string[];
}

const LIBRARY = "/library.d.ts";

/** Compiles files that import nothing but each other, without touching the disk. */
export function compileSources(typescript: typeof ts, sources: ReadonlyMap<string, string>): CompiledSources {
  const texts = new Map([...sources].map(([file, text]) => [`/${file}`, text]));
  texts.set(LIBRARY, MINIMAL_LIBRARY);
  const host: ts.CompilerHost = {
    fileExists: (file) => texts.has(file),
    readFile: (file) => texts.get(file),
    getSourceFile: (file, options) => {
      const text = texts.get(file);
      return text === undefined ? undefined : typescript.createSourceFile(file, text, options);
    },
    getDefaultLibFileName: () => LIBRARY,
    getCurrentDirectory: () => "/",
    getCanonicalFileName: (file) => file,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => "\n",
    writeFile: () => {},
  };
  const options: ts.CompilerOptions = {
    strict: true,
    noLib: true,
    noEmit: true,
    types: [],
    module: typescript.ModuleKind.ESNext,
    moduleResolution: typescript.ModuleResolutionKind.Bundler,
    target: typescript.ScriptTarget.ES2022,
    allowImportingTsExtensions: true,
  };
  const program = typescript.createProgram({ rootNames: [...texts.keys()], options, host });
  const checker = program.getTypeChecker();
  const exports = new Map<string, Map<string, ts.Symbol>>();
  for (const file of sources.keys()) {
    const source = program.getSourceFile(`/${file}`);
    const module = source && checker.getSymbolAtLocation(source);
    const symbols = module ? checker.getExportsOfModule(module) : [];
    exports.set(file, new Map(symbols.map((symbol) => [symbol.name, symbol])));
  }
  return {
    checker,
    alias: (file, name) => {
      const symbol = exports.get(file)?.get(name);
      return symbol && checker.getDeclaredTypeOfSymbol(symbol);
    },
    errors: () =>
      [...program.getSyntacticDiagnostics(), ...program.getSemanticDiagnostics()].map(
        ({ file, start, messageText }) =>
          `${file?.fileName}:${start}: ${typescript.flattenDiagnosticMessageText(messageText, " ")}`,
      ),
  };
}
