/** Where log lines go: `console`, pino, winston and most others fit. */
export interface Logger {
  /** Requests, answers, tokens and pages. `fields` is the event, as the hook of the same name gets it. */
  debug(message: string, fields: object): void;
  /** Calls that are sent again. */
  info(message: string, fields: object): void;
  /** Collections that change while they are read, and operations that are deprecated. */
  warn(message: string, fields: object): void;
  /** Hooks that throw, which nothing else reports. */
  error(message: string, fields: object): void;
}

/** The least level that is logged; `silent`: nothing is. */
export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";
