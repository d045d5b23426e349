import { SpecRefusal } from "../spec/spec-refusal.ts";
import type { Display, Sink } from "./display.ts";

/**
 * One JSON object a line, told apart by `type`:
 * - `stage`: `name`, `ms`, `ok`, when a stage ends;
 * - `finding`: the members of a finding, as soon as it is known;
 * - `result`: `ok`, `message`, `details`, and what the command adds; the last line of a command that ran to its end;
 * - `error`: `name`, `message`, and `code` or `findings` where the error has them; the last line of any other.
 */
export function jsonDisplay(sink: Sink): Display {
  const line = (value: object) => sink.write(`${JSON.stringify(value)}\n`);
  return {
    started() {},
    finished: ({ name, ms, ok }) => line({ type: "stage", name, ms: Math.round(ms), ok }),
    found: (finding) => line({ type: "finding", ...finding }),
    ended: ({ ok = true, message, details = [], data }) => line({ type: "result", ok, message, details, ...data }),
    failed: (error) => line({ type: "error", ...describe(error) }),
  };
}

function describe(error: unknown): object {
  if (!(error instanceof Error)) return { name: "Error", message: String(error) };
  const { name, message } = error;
  if (error instanceof SpecRefusal) return { name, message, findings: error.findings };
  return "code" in error ? { name, message, code: error.code } : { name, message };
}
