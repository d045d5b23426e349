import { createRequire } from "node:module";
import path from "node:path";
import { inRepository } from "../generator/src/config/in-repository.ts";

/** Arguments of Node, and where to run: the root of the repository where left out. */
export interface NodeCommand {
  readonly args: readonly string[];
  readonly cwd?: string;
}

/** Something downstream of the templates that must hold. */
export interface TemplateCheck {
  readonly name: string;
  /** Lanes run side by side, the checks of one in their order. Default: the lane of the quick ones. */
  readonly lane?: "hostile" | "sdk";
  /** Commands, one after another. */
  readonly command: readonly NodeCommand[];
  /** What to do where it fails, if there is one thing to do. */
  readonly fix?: string;
}

const SAILKIT = "generator/bin/sailkit.ts";
const CLIENT = "packages/beta-client";
const SDK = "packages/beta-sdk";
const API_EXTRACTOR = `${SDK}/node_modules/@microsoft/api-extractor/bin/api-extractor`;

/** Whoever tweaks a template has an editor open and a preview running: what is slow for that is not wrong. */
const PATIENCE = ["--testTimeout=60000", "--hookTimeout=120000", "--retry=1"];

/** In order: what is quick and tells most comes first. */
export const TEMPLATE_CHECKS: readonly TemplateCheck[] = [
  { name: "lint: the rules of the house", command: [{ args: [SAILKIT, "templates", "lint"] }] },
  {
    name: "generated code and docs are what the templates give",
    command: [{ args: [SAILKIT, "generate", "--check", "--quiet"] }],
    fix: "pnpm generate",
  },
  {
    name: "goldens: what the fixtures show",
    command: [tests(["@sailkit/generator"], "test/breadth/goldens")],
    fix: "pnpm goldens:update, then look at the difference",
  },
  {
    name: "README: the table of variables",
    command: [tests(["@sailkit/generator"], "test/template/readme.test.ts")],
    fix: "pnpm templates:readme",
  },
  {
    name: "coverage: every section is reached by a fixture",
    command: [{ args: [SAILKIT, "templates", "coverage", "--quiet"] }],
    fix: "a spec with the feature in generator/test/fixtures/features, or no section",
  },
  {
    name: "strict compile: the client, TypeScript 7 and 5.9",
    command: ["package.json", "generator/package.json"].map((home) => ({
      args: [executable(home, "typescript", "tsc"), "--noEmit", "-p", `${CLIENT}/tsconfig.json`],
    })),
  },
  {
    name: "strict compile: a package of every fixture, TypeScript 7 and 5.9",
    command: [tests(["@sailkit/generator"], "test/breadth/breadth.test.ts")],
  },
  {
    name: "hostile: text of specs stays text",
    lane: "hostile",
    command: [
      tests(
        ["@sailkit/generator"],
        ...["hostile-text", "advisories", "fuzz"].map((name) => `test/hostile/${name}.test.ts`),
      ),
    ],
  },
  {
    name: "sdk: build and tests",
    lane: "sdk",
    command: [...[CLIENT, SDK].map(buildCommand), tests(["@sailkit/beta-client", "@sailkit/beta-sdk"])],
  },
  {
    name: "sdk: the public API is as reported",
    lane: "sdk",
    command: [{ args: [API_EXTRACTOR, "run", "--config", `${SDK}/api-extractor.json`] }],
    fix: "pnpm --filter @sailkit/beta-sdk api:update, then look at the difference",
  },
];

function tests(projects: readonly string[], ...files: readonly string[]): NodeCommand {
  const chosen = projects.flatMap((project) => ["--project", project]);
  return {
    args: [
      executable("package.json", "vitest", "vitest.mjs", ""),
      "run",
      "--reporter=dot",
      ...PATIENCE,
      ...chosen,
      ...files,
    ],
  };
}

/** The build script of a package, by the pinned npm: what it is made of is the package's own affair. */
function buildCommand(folder: string): NodeCommand {
  const npm = executable("scripts/release/package.json", "npm", "npm-cli.js");
  return { args: [npm, "run", "--silent", "build"], cwd: inRepository(folder) };
}

/** A program of a package that the package of `home` depends on. TypeScript 7 is the repository's, 5.9 the generator's. */
function executable(home: string, name: string, program: string, folder = "bin"): string {
  const require = createRequire(inRepository(home));
  return path.join(path.dirname(require.resolve(`${name}/package.json`)), folder, program);
}
