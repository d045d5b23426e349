import { execFile } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import type { OperationManifest } from "../../../../packages/beta-client/src/runtime/manifest.ts";
import type { GeneratedDocs } from "./generated-docs.ts";

/** What became of the programs of a package. */
export interface ExampleRuns {
  readonly programs: number;
  /** Each with its file: what it threw, or how what it sent differs from its operation. */
  readonly findings: readonly string[];
  /** Whether anything in them set `globalThis.hacked`. */
  readonly hacked: boolean;
}

interface Run {
  readonly program: string;
  readonly sent: readonly { readonly method: string; readonly path: string }[];
  readonly error?: string;
}

/** Runs every program of a package once, and holds what it sends against the operations of the package. */
export async function runExamples({ root, package: name }: GeneratedDocs): Promise<ExampleRuns> {
  const child = path.join(import.meta.dirname, "run-examples-child.ts");
  const { stdout } = await promisify(execFile)(process.execPath, [child, root, name], {
    maxBuffer: 2 ** 28,
    // Without a path of its own, so that what is sent is the path of an operation and nothing more.
    env: { ...process.env, API_BASE_URL: "https://api.example" },
  });
  const { runs, hacked } = JSON.parse(stdout) as { runs: Run[]; hacked: boolean };
  const { manifest } = (await import(pathToFileURL(path.join(root, "src/generated/manifest.ts")).href)) as {
    manifest: Readonly<Record<string, OperationManifest>>;
  };
  // Paths with fewer variables first: where two fit, a request is meant for the plainer one.
  const variables = ({ path: template }: OperationManifest) => template.split("{").length;
  const open = new Set(Object.values(manifest).sort((a, b) => variables(a) - variables(b)));
  const findings = runs.flatMap(({ program, sent, error }) => {
    if (error !== undefined) return [`${program}: ${error}`];
    const [request, ...more] = sent;
    const operation = request && [...open].find((one) => fits(one, request));
    if (!operation || more.length > 0) return [`${program}: sent ${JSON.stringify(sent)}`];
    open.delete(operation);
    return [];
  });
  return {
    programs: runs.length,
    findings: [...findings, ...[...open].map(({ id }) => `nobody called ${id}`)],
    hacked,
  };
}

function fits({ method, path: template }: OperationManifest, sent: { method: string; path: string }): boolean {
  const pattern = template
    .replace(/[?#].*$/s, "")
    .split(/\{[^}]*\}/)
    .map((fixed) => fixed.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("[^/]+");
  return method === sent.method && new RegExp(`^${pattern}$`).test(sent.path);
}
