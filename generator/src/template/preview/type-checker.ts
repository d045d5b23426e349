import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { inRepository } from "../../config/in-repository.ts";

/** Something the compiler objects to. */
interface TypeFault {
  /** Absolute path. */
  readonly file: string;
  /** Counted in UTF-16 units. */
  readonly offset: number;
  readonly code: number;
  readonly message: string;
}

/** A compiler that stays, so that only what changed is read again. */
export interface TypeChecker {
  /** Checks the project. @param changed absolute paths of files written since the last check */
  check(changed: readonly string[]): Promise<readonly TypeFault[]>;
  close(): Promise<void>;
}

/** What is used of the API of TypeScript 7, which its package calls unstable: only this module knows it. */
interface CompilerApi {
  updateSnapshot(params: {
    openProjects?: readonly string[];
    fileChanges?: { changed: readonly string[]; created: readonly string[] };
  }): Promise<CompilerSnapshot>;
  close(): Promise<void>;
}
interface CompilerSnapshot {
  getProject(file: string): { readonly program: CompilerProgram } | undefined;
  dispose(): Promise<void>;
}
interface CompilerProgram {
  getSyntacticDiagnostics(): Promise<readonly CompilerDiagnostic[]>;
  getSemanticDiagnostics(): Promise<readonly CompilerDiagnostic[]>;
  getDeclarationDiagnostics(): Promise<readonly CompilerDiagnostic[]>;
  getProgramDiagnostics(): Promise<readonly CompilerDiagnostic[]>;
}
interface CompilerDiagnostic {
  readonly fileName?: string;
  readonly pos: number;
  readonly code: number;
  readonly category: number;
  readonly text: string;
  readonly messageChain?: readonly CompilerDiagnostic[];
}

/** Of a category: 0 is a warning, 1 an error, 2 a suggestion, 3 a message. */
const ERROR = 1;

/** Starts the compiler of the repository, TypeScript 7, on a project: the absolute path of a tsconfig file. */
export async function typeChecker(project: string): Promise<TypeChecker> {
  const require = createRequire(inRepository("package.json"));
  const { API } = (await import(pathToFileURL(require.resolve("typescript/unstable/async")).href)) as {
    API: new (options: { cwd: string }) => CompilerApi;
  };
  const api = new API({ cwd: path.dirname(project) });
  const file = slashed(project);
  const seen = new Set<string>();
  let known: CompilerSnapshot | undefined;
  return {
    async check(changed) {
      const files = changed.map(slashed);
      const fileChanges = {
        changed: files.filter((one) => seen.has(one)),
        created: files.filter((one) => !seen.has(one)),
      };
      const next = await api.updateSnapshot(known ? { fileChanges } : { openProjects: [file] });
      for (const one of files) seen.add(one);
      await known?.dispose();
      known = next;
      return faultsOf(next.getProject(file)?.program);
    },
    close: () => api.close(),
  };
}

async function faultsOf(program: CompilerProgram | undefined): Promise<TypeFault[]> {
  if (!program) throw new Error("The compiler did not open a project of the preview.");
  const syntactic = await program.getSyntacticDiagnostics();
  const found =
    syntactic.length > 0
      ? syntactic
      : (
          await Promise.all([
            program.getProgramDiagnostics(),
            program.getSemanticDiagnostics(),
            program.getDeclarationDiagnostics(),
          ])
        ).flat();
  return found
    .filter(({ category }) => category === ERROR)
    .map((diagnostic) => ({
      file: diagnostic.fileName ?? "",
      offset: diagnostic.pos,
      code: diagnostic.code,
      message: flat(diagnostic),
    }));
}

function flat({ text, messageChain = [] }: CompilerDiagnostic): string {
  return [text, ...messageChain.map(flat)].join(" ");
}

function slashed(file: string): string {
  return file.replaceAll("\\", "/");
}
