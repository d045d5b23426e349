import { parseArgs } from "node:util";
import { createClock } from "../clock/create-clock.ts";
import type { TenantOptions } from "../tenant/tenant-options.ts";
import type { ServeOptions } from "./serve.ts";

/** What the command line asks for. */
export interface SandboxCommand {
  readonly help: boolean;
  readonly tenant: TenantOptions;
  readonly serve: ServeOptions;
}

/**
 * Reads the arguments of the command.
 *
 * @throws {Error} with one sentence for an option that is unknown or whose value makes no sense.
 */
export function parseArguments(args: readonly string[]): SandboxCommand {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string", default: "4010" },
      host: { type: "string", default: "127.0.0.1" },
      tasks: { type: "string", default: "2000" },
      seed: { type: "string", default: "sailkit" },
      "rate-limit": { type: "string", default: "100" },
      "expires-in": { type: "string", default: "749" },
      speed: { type: "string", default: "1" },
      cors: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  const limit = values["rate-limit"];
  return {
    help: values.help,
    serve: { port: toNumber("port", values.port, 65_535), host: values.host },
    tenant: {
      tasks: toNumber("tasks", values.tasks, 1_000_000),
      seed: values.seed,
      rateLimit: limit === "off" ? false : { requests: toNumber("rate-limit", limit, 1_000_000, 1) },
      expiresIn: toNumber("expires-in", values["expires-in"], 1_000_000),
      clock: createClock({ speed: toNumber("speed", values.speed, 100_000, 1) }),
      arrivals: 20_000,
      cors: values.cors,
    },
  };
}

function toNumber(name: string, text: string, most: number, least = 0): number {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  const off = name === "rate-limit" ? ", or off" : "";
  throw new Error(`--${name} is a whole number from ${least} to ${most}${off}, not "${text}".`);
}
