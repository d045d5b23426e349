import { readdirSync, readFileSync } from "node:fs";
import { catalogVersion } from "../../config/catalog-version.ts";
import { inRepository } from "../../config/in-repository.ts";
import type { Target } from "../../config/target.ts";
import type { ClientModel } from "../../model/client-model.ts";
import { packageName } from "../../naming/package-name.ts";
import { commentLines } from "../../text/comment-text.ts";

const CLIENT = "packages/beta-client";

interface ClientManifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: { readonly typescript: string };
  readonly [key: string]: unknown;
}

/** What makes a package of the generated files, where a target asks for one: its manifest, settings and runtime. */
export function packageFiles(target: Target, client: ClientModel): Map<string, string> {
  if (target.extent === "generated") return new Map();
  const files = new Map<string, string>();
  for (const file of runtimeSources())
    files.set(`src/${file}`, readFileSync(inRepository(`${CLIENT}/src/${file}`), "utf8"));
  const name = packageName(client.title);
  files.set("package.json", json(manifest(name, client)));
  files.set("tsconfig.json", json(tsconfig()));
  files.set("README.md", readme(name, client, target.command));
  return files;
}

function runtimeSources(): string[] {
  const entries = readdirSync(inRepository(`${CLIENT}/src`), { recursive: true, withFileTypes: true });
  const root = inRepository(`${CLIENT}/src`);
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => `${entry.parentPath.slice(root.length + 1)}/${entry.name}`.replaceAll("\\", "/").replace(/^\//, ""))
    .filter((file) => !file.startsWith("generated/"))
    .sort();
}

function manifest(name: string, client: ClientModel): object {
  const own = JSON.parse(readFileSync(inRepository(`${CLIENT}/package.json`), "utf8")) as ClientManifest;
  return {
    name,
    version: "0.0.0",
    private: true,
    description: `Typed client of ${commentLines(client.title).join(" ")}.`,
    type: own.type,
    sideEffects: own.sideEffects,
    engines: own.engines,
    files: ["dist"],
    exports: own.exports,
    scripts: { build: "tsc -p tsconfig.json", typecheck: "tsc -p tsconfig.json --noEmit" },
    dependencies: versions(own.dependencies),
    devDependencies: versions({ typescript: own.devDependencies.typescript }),
  };
}

function versions(dependencies: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, version]) => [name, catalogVersion(name, version, inRepository(""))]),
  );
}

function tsconfig(): object {
  const base = JSON.parse(readFileSync(inRepository("tsconfig.base.json"), "utf8")) as { compilerOptions: object };
  const own = JSON.parse(readFileSync(inRepository(`${CLIENT}/tsconfig.json`), "utf8")) as {
    compilerOptions: object;
    include: string[];
  };
  // Rules about unused names are for those who edit code, and nobody edits this.
  const {
    noUnusedLocals: _locals,
    noUnusedParameters: _parameters,
    ...options
  } = base.compilerOptions as Record<string, unknown>;
  return { compilerOptions: { ...options, ...own.compilerOptions }, include: own.include };
}

function readme(name: string, client: ClientModel, command: string): string {
  const [operation] = client.operations;
  const example = operation
    ? `\n\`\`\`ts\nimport { createClient, ${operation.name} } from "${name}";\n\nconst client = createClient({ baseUrl: "https://api.example.com" });\nconst { data, error, response } = await ${operation.name}(client${operation.parameters.some(({ required }) => required) || operation.body?.required ? ", { /* params, body */ }" : ""});\n\`\`\`\n`
    : "";
  return `# ${name}

Typed client of ${commentLines(client.title)
    .join(" ")
    .replace(/[<>[\]`*_\\{}]/g, "\\$&")}: one function per operation, on openapi-fetch.
${example}
Made by sailkit: run \`${command}\` to make it again. \`npm install\`, then \`npm run build\`.
`;
}

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
