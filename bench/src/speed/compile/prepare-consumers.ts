import { writeFileSync } from "node:fs";
import path from "node:path";
import { measure } from "../measure/measure.ts";
import type { BenchSpec } from "../specs/bench-spec.ts";
import { peers } from "../tools/peers.ts";
import { sailkit } from "../tools/sailkit.ts";
import { attempt } from "./attempt.ts";
import { compilers } from "./compilers.ts";
import type { ConsumerCall } from "./consumer-call.ts";
import { consumerClients } from "./consumer-clients.ts";
import { consumerFolder } from "./consumer-folder.ts";

/** A program that imports a whole client. */
export interface Consumer {
  /** Name of the client. */
  readonly name: string;
  /** Absolute path of a folder with `tsconfig.json` and `program.ts`. */
  readonly folder: string;
}

/**
 * Generates every client from a spec, with a program beside it that makes some calls.
 * @param fail hears of a tool that gives up; its client is left out
 */
export function prepareConsumers(
  spec: BenchSpec,
  calls: readonly ConsumerCall[],
  parent: string,
  fail: (reason: string) => void,
): Consumer[] {
  return consumerClients.flatMap((client) => {
    const folder = consumerFolder(path.join(parent, spec.name, client.name), ["program.ts"]);
    writeFileSync(path.join(folder, "program.ts"), client.program(calls));
    const works = attempt(`${client.tool ?? client.name} on ${spec.name}`, fail, () => {
      const tool = [sailkit(), ...peers].find(({ name }) => name === client.tool);
      if (tool) measure(tool.command(spec.file, path.join(folder, "client")), folder);
      const tsc = compilers[0]?.tsc ?? "";
      if (client.isBuilt) measure([process.execPath, tsc, "-p", path.join(folder, "client")], folder);
    });
    return works ? [{ name: client.name, folder }] : [];
  });
}
