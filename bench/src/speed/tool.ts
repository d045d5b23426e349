import path from "node:path";

/** A generator, and how to start it on a spec. */
export interface Tool {
  readonly name: string;
  /** Arguments for Node; the first one is the program. */
  command(spec: string, out: string): string[];
}

const repository = path.resolve(import.meta.dirname, "../../..");
const installed = (file: string) => path.join(repository, "bench/peers/node_modules", file);

/** sailkit as the root scripts start it. */
export const sailkit: Tool = {
  name: "sailkit",
  command: (spec, out) => [
    ...["--single-threaded-gc", "--min-semi-space-size=32", "--max-semi-space-size=32"],
    path.join(repository, "generator/bin/sailkit.ts"),
    "generate",
    "--spec",
    spec,
    "--out",
    out,
    "--quiet",
  ],
};

/** sailkit with reference pages. */
export const sailkitDocs: Tool = {
  name: "sailkit --docs",
  command: (spec, out) => [...sailkit.command(spec, out), "--docs"],
};

/** What others use for the same task. openapi-typescript makes types only; it is the floor for whoever uses it, as sailkit does. */
export const peers: readonly Tool[] = [
  {
    name: "hey-api",
    command: (spec, out) => [installed("@hey-api/openapi-ts/bin/run.js"), "-i", spec, "-o", out, "--silent"],
  },
  {
    name: "orval",
    command: (spec, out) => [
      installed("orval/dist/bin/orval.mjs"),
      "--input",
      spec,
      "--output",
      path.join(out, "client.ts"),
      "--client",
      "fetch",
    ],
  },
  {
    name: "openapi-typescript",
    command: (spec, out) => [installed("openapi-typescript/bin/cli.js"), spec, "-o", path.join(out, "schema.ts")],
  },
];
