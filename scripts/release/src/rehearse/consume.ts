import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import { runNode } from "../run-node.ts";
import { compilers } from "./compilers.ts";
import { Consumer } from "./consumer.ts";
import { COMMONJS_PROGRAM, CONSUMER_PROGRAM, TYPED_COMMONJS_PROGRAM } from "./consumer-program.ts";
import { demand } from "./demand.ts";
import { otherNodes } from "./other-nodes.ts";
import { CLIENT, SDK } from "./packages.ts";
import type { Stage } from "./stage.ts";

/** Installs the packages in a fresh project, checks its types with every compiler, and runs it against the sandbox. */
export async function consume(
  stage: Stage,
  name: string,
  versions: Record<string, string>,
  program = CONSUMER_PROGRAM,
): Promise<void> {
  const { repository, folder, npm, sandbox, say } = stage;
  const consumer = new Consumer(path.join(folder, `consumer-${name}`), npm);
  const installed = await consumer.install(SDK, CLIENT);
  demand(
    isDeepStrictEqual(installed, versions),
    `a consumer gets ${JSON.stringify(installed)} instead of ${JSON.stringify(versions)}`,
  );
  for (const compiler of compilers(repository)) {
    const required = await consumer.check("main.cts", TYPED_COMMONJS_PROGRAM, compiler, "nodenext");
    demand(required === "", `a consumer does not compile as CommonJS (${compiler}):\n${required}`);
    for (const resolution of ["nodenext", "bundler"] as const) {
      const complaints = await consumer.check("main.ts", program, compiler, resolution);
      demand(complaints === "", `a consumer does not compile (${resolution}, ${compiler}):\n${complaints}`);
    }
  }
  const args = [sandbox.url, sandbox.user.id, sandbox.user.secret];
  const found = (await consumer.run("main.ts", program, args)) as { same?: boolean; listed?: number };
  demand(found.same === true && found.listed === 1, `a consumer found ${JSON.stringify(found)} in the sandbox`);
  const nodes = [process.execPath, ...(await otherNodes())];
  for (const node of nodes) {
    const required = await consumer.run("main.cjs", COMMONJS_PROGRAM, args, node);
    demand(
      isDeepStrictEqual(required, { failed: "ERROR", functions: ["function", "function"] }),
      `CommonJS found ${JSON.stringify(required)}`,
    );
  }
  const running = await Promise.all(
    nodes.map(async (node) => (await runNode(["--version"], folder, { node })).stdout.trim()),
  );
  say(
    `${name} release: installed, compiled with TypeScript 5.9 and 7, run as ESM, and required from CommonJS on Node ${running.join(" and ")}`,
  );
}
