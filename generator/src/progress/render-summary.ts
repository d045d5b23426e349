import { printable } from "./printable.ts";
import type { Summary } from "./summary.ts";

/**
 * Lays out how a command ended for people.
 *
 * @param mark Printed before the message as it is; may hold colours.
 * @returns Lines that each end in a newline.
 */
export function renderSummary({ message, details = [] }: Summary, mark = ""): string {
  const [first = "", ...rest] = message.split("\n").map(printable);
  const lines = [`${mark}${first}`, ...rest, ...details.map((line) => `  ${printable(line)}`)];
  return lines.map((line) => `${line}\n`).join("");
}
