import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runNode } from "../run-node.ts";
import { runNpm } from "../run-npm.ts";

/** A project that uses the published packages, in a folder of its own. */
export class Consumer {
  readonly #folder: string;
  readonly #npm: NodeJS.ProcessEnv;

  /**
   * @param folder absolute path; need not exist
   * @param npm environment with which npm uses the registry
   */
  constructor(folder: string, npm: NodeJS.ProcessEnv) {
    this.#folder = folder;
    this.#npm = npm;
    mkdirSync(folder, { recursive: true });
    this.#write("package.json", '{ "name": "consumer", "private": true, "type": "module" }\n');
  }

  /** Installs packages, `name@version`, and gives the versions that are there then. */
  async install(...packages: string[]): Promise<Record<string, string>> {
    const { ok, stderr } = await runNpm(
      ["install", "--save-exact", "--prefer-online", ...packages],
      this.#folder,
      this.#npm,
    );
    if (!ok) throw new Error(`A consumer cannot install ${packages.join(" and ")}:\n${stderr.trim()}`);
    return Object.fromEntries(
      ["@sailkit/beta-client", "@sailkit/beta-sdk"].map((name) => {
        const manifest = readFileSync(path.join(this.#folder, "node_modules", name, "package.json"), "utf8");
        return [name, (JSON.parse(manifest) as { version: string }).version];
      }),
    );
  }

  /**
   * Checks a program's types, strictly and through the declarations of every package.
   * @returns what the compiler has against it; empty where nothing
   */
  async check(file: string, program: string, compiler: string, resolution: "nodenext" | "bundler"): Promise<string> {
    this.#write(file, program);
    const compilerOptions = {
      target: "es2023",
      lib: ["es2023", "dom"],
      types: [],
      module: resolution === "nodenext" ? "nodenext" : "preserve",
      moduleResolution: resolution,
      strict: true,
      exactOptionalPropertyTypes: true,
      noUncheckedIndexedAccess: true,
      skipLibCheck: false,
      noEmit: true,
    };
    const project = `tsconfig.${resolution}.json`;
    this.#write(project, JSON.stringify({ compilerOptions, files: [file] }));
    const { ok, stdout, stderr } = await runNode([compiler, "-p", project], this.#folder);
    return ok ? "" : (stdout + stderr).trim();
  }

  /** Runs a program and gives what it prints as JSON. */
  async run(file: string, program: string, args: readonly string[], node = process.execPath): Promise<unknown> {
    this.#write(file, program);
    const { ok, stdout, stderr } = await runNode([file, ...args], this.#folder, { node });
    if (!ok) throw new Error(`${file} of a consumer failed on ${path.basename(node)}:\n${stderr.trim()}`);
    return JSON.parse(stdout);
  }

  #write(file: string, text: string): void {
    writeFileSync(path.join(this.#folder, file), text);
  }
}
