import type { FaultProxy } from "./fault-proxy.ts";
import type { Sandbox } from "./start-sandbox.ts";

/** Where a rehearsal happens, and with what. */
export interface Stage {
  /** The repository itself, whose tools are used. */
  readonly repository: string;
  /** The copy of it that is released. */
  readonly copy: string;
  readonly folder: string;
  readonly proxy: FaultProxy;
  readonly npm: NodeJS.ProcessEnv;
  readonly sandbox: Sandbox;
  readonly say: (text: string) => void;
}
