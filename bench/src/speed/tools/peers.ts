import path from "node:path";
import { repository } from "../repository.ts";
import { stockGenerator } from "./stock-generator.ts";
import type { Tool } from "./tool.ts";

const installed = (file: string) => path.join(repository, "bench/peers/node_modules", file);
const node = process.execPath;

/**
 * What others use for the same task. openapi-typescript makes types only; it is the floor for whoever uses it, as sailkit
 * does.
 */
export const peers: readonly Tool[] = [
  {
    name: "hey-api",
    command: (spec, out) => [node, installed("@hey-api/openapi-ts/bin/run.js"), "-i", spec, "-o", out, "--silent"],
  },
  {
    name: "orval",
    command: (spec, out) => [
      ...([node, installed("orval/dist/bin/orval.mjs")] as const),
      ...["--input", spec, "--output", path.join(out, "client.ts"), "--client", "fetch"],
    ],
  },
  {
    name: "openapi-typescript",
    command: (spec, out) => [
      ...([node, installed("openapi-typescript/bin/cli.js")] as const),
      ...[spec, "-o", path.join(out, "schema.ts")],
    ],
  },
  stockGenerator("typescript-fetch"),
];
