import { createTenant } from "../tenant/create-tenant.ts";
import { describeServer } from "./describe-server.ts";
import { helpText } from "./help-text.ts";
import { parseArguments } from "./parse-arguments.ts";
import { type SandboxServer, serve } from "./serve.ts";

/**
 * The command `sandbox`: starts a server and says so through `print`. Returns the server, or `undefined` after `--help`.
 *
 * @throws {Error} for arguments that make no sense, and where the port cannot be had.
 */
export async function runSandbox(
  args: readonly string[],
  print: (text: string) => void,
): Promise<SandboxServer | undefined> {
  const command = parseArguments(args);
  if (command.help) {
    print(helpText);
    return undefined;
  }
  try {
    const server = await serve(createTenant(command.tenant), command.serve);
    print(describeServer(server.url));
    return server;
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EADDRINUSE")) throw error;
    throw new Error(
      `Port ${command.serve.port} is taken. Choose another with --port, or any that is free with --port 0.`,
    );
  }
}
