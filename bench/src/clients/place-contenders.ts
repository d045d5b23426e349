import { cpSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { compilers } from "../speed/compile/compilers.ts";
import { measure } from "../speed/measure/measure.ts";
import { repository } from "../speed/repository.ts";
import { peers } from "../speed/tools/peers.ts";
import { sailkit } from "../speed/tools/sailkit.ts";
import { stockGenerator } from "../speed/tools/stock-generator.ts";
import type { Contender } from "./contender.ts";
import { written } from "./contenders.ts";
import { generatedModules } from "./generated-modules.ts";

/** The tools that clients are generated with; the slowest is none of those whose speed is measured. */
const tools = [...peers, stockGenerator("typescript-axios")];

/** What to place. */
export interface Placement {
  /** Absolute path of the spec that clients are generated from. */
  readonly spec: string;
  /** Whether our client is generated from it, too, instead of taken from `packages/`; whatever knows no spec stays away then. */
  readonly isForeign?: boolean;
}

/**
 * Puts the contenders into a folder, each as a module that finds its packages there; peers generate theirs.
 * @param folder absolute path of a folder that does not exist
 * @throws Error where a peer cannot generate a client
 */
export function placeContenders(folder: string, { spec, isForeign = false }: Placement): Contender[] {
  const modules = path.join(folder, "modules");
  cpSync(path.join(import.meta.dirname, "modules"), modules, { recursive: true });
  const chosen = written.filter(({ isGenerated = false }) => isGenerated || !isForeign);
  const installed = ["openapi-fetch", "axios", "sailpoint-api-client", "@sailkit/beta-sdk"];
  for (const name of installed) link(path.join(repository, "bench/node_modules", name), name, folder);
  const own = isForeign
    ? buildClient(spec, path.join(folder, "beta-client"))
    : path.join(repository, "packages/beta-client");
  link(own, "@sailkit/beta-client", folder);
  return [
    ...chosen.map(({ name, module, packages }) => ({ name, packages, module: path.join(modules, `${module}.ts`) })),
    ...generatedModules.map(({ tool, packages, text }) => {
      const place = path.join(folder, tool.replaceAll(" ", "-"));
      mkdirSync(place);
      const command = tools.find(({ name }) => name === tool)?.command(spec, path.join(place, "client"));
      if (command) measure(command, place);
      writeFileSync(path.join(place, "module.ts"), text);
      return { name: tool, packages, module: path.join(place, "module.ts") };
    }),
  ];
}

/** Our client of another spec, as it would be published. */
function buildClient(spec: string, out: string): string {
  measure(sailkit().command(spec, out), path.dirname(out));
  measure([process.execPath, compilers[0]?.tsc ?? "", "-p", out], out);
  return out;
}

function link(from: string, name: string, folder: string): void {
  const to = path.join(folder, "node_modules", name);
  mkdirSync(path.dirname(to), { recursive: true });
  symlinkSync(from, to, "junction");
}
