import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PublishedPackage } from "../src/published-package.ts";
import { publishedPackages } from "../src/published-packages.ts";

/** A repository with built packages, in a temporary folder. */
export interface MadeRepository {
  readonly root: string;
  /** Each after those it depends on. */
  readonly packages: readonly PublishedPackage[];
  readonly versions: ReadonlyMap<string, string>;
  /** Writes a file below the root. */
  write(file: string, text: string): void;
  remove(): void;
}

/** Makes one with the packages `@sailkit/a-sdk` and `@sailkit/b-client`, of which the first depends on the second. */
export function madeRepository(version = "1.0.0"): MadeRepository {
  const root = mkdtempSync(path.join(tmpdir(), "sailkit-release-"));
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write("LICENSE", "MIT\n");
  write("pnpm-workspace.yaml", "catalog:\n  other: 2.3.4\n");
  for (const [name, dependencies] of [
    ["a-sdk", { "@sailkit/b-client": "workspace:*", other: "catalog:" }],
    ["b-client", {}],
    ["hidden", {}],
  ] as const) {
    const manifest = {
      name: `@sailkit/${name}`,
      version,
      private: name === "hidden" ? true : undefined,
      description: "Made for a test.",
      license: "MIT",
      homepage: "https://example.com",
      bugs: "https://example.com/bugs",
      repository: "github:sailkit/sailkit",
      engines: { node: ">=20" },
      exports: "./dist/index.js",
      scripts: { prepack: "exit 1" },
      dependencies,
    };
    write(`packages/${name}/package.json`, JSON.stringify(manifest));
    write(`packages/${name}/README.md`, `# ${name}\n`);
    write(
      `packages/${name}/CHANGELOG.md`,
      `# ${name}\n\n## ${version}\n\n### Minor Changes\n\n- First.\n\n## 0.1.0\n\n- Older.\n`,
    );
    write(`packages/${name}/src/index.ts`, "export const one = 1;\n");
    write(`packages/${name}/src/deep/two.ts`, "export const two = 2;\n");
    for (const file of ["index", "deep/two"]) {
      write(`packages/${name}/dist/${file}.js`, "export const one = 1;\n");
      write(`packages/${name}/dist/${file}.d.ts`, "export declare const one = 1;\n");
    }
  }
  const packages = publishedPackages(root);
  return {
    root,
    packages,
    versions: new Map(packages.map((one) => [one.name, one.version])),
    write,
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
