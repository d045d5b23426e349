import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { PullTools } from "../../src/commands/pull.ts";
import { silentReporter } from "../silent-reporter.ts";

/** A repository with one API in a temporary folder, whose generation is only recorded. */
export interface TestWorkspace {
  readonly root: string;
  readonly tools: PullTools;
  /** The spec files that were generated from, by their text at that time. */
  readonly generated: string[];
  /** Writes a file below the root. */
  write(file: string, text: string): string;
  read(file: string): string;
  /** Every file with its text, by its path. */
  files(): Record<string, string>;
  remove(): void;
}

/** A small spec. */
export const SPEC = {
  openapi: "3.0.3",
  info: { title: "Tasks", version: "1.0.0" },
  servers: [{ url: "https://api.example.com" }],
  paths: {
    "/tasks": {
      get: {
        operationId: "listTasks",
        tags: ["Tasks"],
        responses: {
          "200": { description: "All tasks.", content: { "application/json": { schema: { type: "string" } } } },
        },
      },
    },
  },
};

const OVERLAY = `overlay: 1.0.0
info: { title: Corrections, version: 1.0.0 }
actions:
  - target: $.paths['/tasks'].get
    description: Observed on the sandbox.
    update: { summary: Lists tasks }
`;

/** Makes one whose spec is `SPEC`, with an overlay that corrects its operation. */
export function testWorkspace(options: { readonly fail?: Error } = {}): TestWorkspace {
  const root = mkdtempSync(path.join(tmpdir(), "sailkit-pull-"));
  const generated: string[] = [];
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    return path.join(root, file);
  };
  const read = (file: string) => readFileSync(path.join(root, file), "utf8");
  write("spec/openapi.yaml", `${JSON.stringify(SPEC, null, 2)}\n`);
  write("spec/overlay.yaml", OVERLAY);
  write("packages/client/package.json", '{ "name": "@test/client", "version": "0.1.0" }');
  write(
    "packages/sdk/package.json",
    '{ "name": "@test/sdk", "version": "1.0.0", "dependencies": { "@test/client": "workspace:*" } }',
  );
  const tools: PullTools = {
    workspace: {
      root,
      apis: { tasks: { spec: "spec/openapi.yaml", overlay: "spec/overlay.yaml", package: "packages/client" } },
    },
    reporter: silentReporter(),
    generate: async (target) => {
      generated.push(readFileSync(target.spec, "utf8"));
      if (options.fail) throw options.fail;
      return { target: target.name, outcome: "written", operations: 1, files: ["src/generated/schema.ts"] };
    },
    now: new Date("2026-09-01T12:00:00Z"),
  };
  const files = () =>
    Object.fromEntries(
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
        .sort()
        .map((file) => [file, read(file)]),
    );
  return { root, tools, generated, write, read, files, remove: () => rmSync(root, { recursive: true, force: true }) };
}
