import type { DeprecationEvent, DriftEvent, Events, ResponseEvent, RetryEvent, TokenEvent } from "./events.ts";
import { knownFields } from "./known-fields.ts";
import type { Logger, LogLevel } from "./logger.ts";

/** Functions that are told what happens. They cannot change it; what they throw is logged and otherwise ignored. */
export type Hooks = { readonly [Name in keyof Events]?: (event: Events[Name]) => unknown };

/** Tells hooks and logger. */
export interface Observer {
  /** Whether anyone listens, so that costly events need not be made otherwise. */
  readonly active: boolean;
  tell<Name extends keyof Events>(name: Name, event: Events[Name]): void;
}

const levels: Record<keyof Events, keyof Logger> = {
  request: "debug",
  response: "debug",
  token: "debug",
  page: "debug",
  retry: "info",
  drift: "warn",
  deprecation: "warn",
};
const order = ["debug", "info", "warn", "error"];

/** Makes the observer of one sdk. */
export function createObserver(hooks: Hooks = {}, logger?: Logger, level: LogLevel = "warn"): Observer {
  const log = (at: keyof Logger, message: string, fields: object) => {
    if (order.indexOf(at) < order.indexOf(level) || level === "silent") return;
    try {
      logger?.[at](message, fields);
    } catch {
      // A logger that throws must not break the call it reports on.
    }
  };
  const active = Boolean(logger) || Object.keys(hooks).length > 0;
  return {
    active,
    tell(name, given) {
      if (!active) return;
      const event = knownFields(given);
      log(levels[name], describe(name, event), event);
      const failed = (error: unknown) => log("error", `Hook "${name}" threw`, { error });
      try {
        const result = hooks[name]?.(event);
        if (result instanceof Promise) result.catch(failed);
      } catch (error) {
        failed(error);
      }
    },
  };
}

/** One line for people; everything else is in the fields. */
function describe(name: keyof Events, event: Partial<AllFields>): string {
  const { operationId, instead, kind, outcome, attempt, delayMs, status, error } = event;
  const what = {
    request: "sent",
    response: status ?? error,
    retry: `failed (${(error as Error | undefined)?.name}), is sent again in ${delayMs} ms`,
    token: `Token ${outcome}`,
    page: "page read",
    drift: `changed while it was read: ${kind}`,
    deprecation: `is deprecated. ${instead}`,
  }[name];
  return [operationId, what, attempt && attempt > 1 && `(attempt ${attempt})`].filter(Boolean).join(" ").trim();
}

type AllFields = Omit<ResponseEvent & RetryEvent & TokenEvent & DriftEvent & DeprecationEvent, "error" | "status"> & {
  status?: number | undefined;
  error?: unknown;
};
