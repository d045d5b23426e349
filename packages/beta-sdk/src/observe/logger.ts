/** Where log lines go: `console`, pino, winston and most others fit. */
export interface Logger {
  debug(message: string, fields: object): void;
  info(message: string, fields: object): void;
  warn(message: string, fields: object): void;
  error(message: string, fields: object): void;
}

/** The least level that is logged. */
export type LogLevel = "debug" | "info" | "warn" | "error" | "silent";
