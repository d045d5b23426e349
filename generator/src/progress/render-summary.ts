import { printable } from "./printable.ts";
import type { Summary } from "./summary.ts";

/**
 * Lays out how a command ended for people.
 *
 * @param mark Printed before the message as it is; may hold colours.
 * @returns Lines that each end in a newline.
 */
export function renderSummary({ message, details = [] }: Summary, mark = ""): string {
  return [`${mark}${printable(message)}`, ...details.map((line) => `  ${printable(line)}`)]
    .map((line) => `${line}\n`)
    .join("");
}
