import { globSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

interface Workspace {
  readonly packages: readonly string[];
  readonly nodeVersion?: string;
  readonly catalog?: Readonly<Record<string, string>>;
}

interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/**
 * Versions that stand in more than one place of a workspace, so that a change of one would leave the other behind.
 * @param root absolute path of the folder with the `pnpm-workspace.yaml`
 * @returns a sentence each, with what to do; none where all is well
 */
export function unsharedVersions(root: string): string[] {
  const workspace = parse(readFileSync(path.join(root, "pnpm-workspace.yaml"), "utf8")) as Workspace;
  const users = new Map<string, { file: string; version: string }[]>();
  for (const file of ["package.json", ...manifestsOf(workspace, root)]) {
    for (const [name, version] of dependenciesOf(path.join(root, file))) {
      users.set(name, [...(users.get(name) ?? []), { file, version }]);
    }
  }
  const problems = [...users]
    .filter(([, places]) => places.length > 1)
    .flatMap(([name, places]) =>
      places
        .filter(({ version }) => !/^(catalog|workspace):/.test(version))
        .map(
          ({ file, version }) =>
            `${file} has ${name} at ${version}, and another package has it, too: write "catalog:" in both, and the version into pnpm-workspace.yaml.`,
        ),
    );
  const node = workspace.catalog?.node;
  if (node === workspace.nodeVersion) return problems;
  return [
    ...problems,
    `pnpm-workspace.yaml has node at ${node}, and nodeVersion ${workspace.nodeVersion}: make them equal.`,
  ];
}

function manifestsOf({ packages }: Workspace, root: string): string[] {
  return packages.flatMap((pattern) => globSync(`${pattern}/package.json`, { cwd: root })).sort();
}

function dependenciesOf(file: string): [name: string, version: string][] {
  const { dependencies, devDependencies, peerDependencies } = JSON.parse(readFileSync(file, "utf8")) as Manifest;
  return Object.entries({ ...peerDependencies, ...devDependencies, ...dependencies });
}
