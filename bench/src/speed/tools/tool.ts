import type { Command } from "../measure/command.ts";

/** A generator, and how to start it on a spec. */
export interface Tool {
  readonly name: string;
  /** Whether one round has to do, since it takes many times what the others take. */
  readonly isSlow?: boolean;
  command(spec: string, out: string): Command;
}
