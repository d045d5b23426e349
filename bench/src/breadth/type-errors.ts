import { spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);

/** The two compilers every generated package must please. */
const compilers = { ts7: "typescript", ts59: "typescript-5.9" } as const;
export type Compiler = keyof typeof compilers;

/**
 * Type-checks generated packages in one run under the settings they ship with, declarations included.
 * @returns the errors of each package, by its folder
 */
export async function typeErrors(
  outDir: string,
  slugs: readonly string[],
  compiler: Compiler,
): Promise<Map<string, string[]>> {
  const project = path.join(outDir, `tsconfig.${compiler}.json`);
  const { compilerOptions } = JSON.parse(readFileSync(path.join(outDir, slugs[0] ?? "", "tsconfig.json"), "utf8"));
  const { rootDir: _root, outDir: _out, ...options } = compilerOptions;
  writeFileSync(
    project,
    JSON.stringify({
      compilerOptions: { ...options, noEmit: true },
      include: slugs.map((slug) => `./${slug}/src`),
    }),
  );
  const output = await run(compilers[compiler], project);
  const errors = new Map<string, string[]>(slugs.map((slug) => [slug, []]));
  for (const line of output.split(/\r?\n/)) {
    const at = /^(?:\.\/)?([^/\\]+)[/\\]src.*: error TS/.exec(line);
    if (at?.[1] && errors.has(at[1])) errors.get(at[1])?.push(line);
    else if (/error TS|panic|heap out of memory/.test(line)) throw new Error(`${compilers[compiler]} failed: ${line}`);
  }
  return errors;
}

function run(name: string, project: string): Promise<string> {
  const script = path.join(path.dirname(require.resolve(`${name}/package.json`)), "bin", "tsc");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--max-old-space-size=6000", script, "-p", project, "--pretty", "false"], {
      cwd: path.dirname(project),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (output += chunk));
    child.on("error", reject);
    child.on("close", () => resolve(output));
  });
}
