import type { DependentVerdict } from "../dependents/dependent-verdict.ts";

const SHOWN = 10;

/** Why a package has the bump it has: the rest of a sentence that names both. */
export function explainVerdict({ decidedBy, errors, types, wire }: DependentVerdict): string {
  const inTypes = types.map(({ subject, place, text }) => `${[subject, place].filter(Boolean).join(".")} ${text}`);
  const onWire = wire.map(({ message }) => message);
  switch (decidedBy) {
    case "nothing":
      return ", decided by its types and the calls it makes: they are as they were.";
    case "types":
      return `, decided by its types: ${first(inTypes)}.`;
    case "wire":
      return `, decided by the calls it makes: ${first(onWire)}.`;
    case "both":
      return `, decided by its types and the calls it makes: ${first([...inTypes, ...onWire])}.`;
    case "unknown":
      return `, as the client has it, since ${errors[0]}. Read the changeset, and correct it.`;
    case "errors":
      return `, as the client has it, since IT NO LONGER COMPILES. Mend it, then run "pnpm generate --changeset" for a bump of its own:\n${listed(errors)}`;
  }
}

function first(texts: readonly string[]): string {
  return `${texts[0]}${texts.length > 1 ? ` (and ${texts.length - 1} more)` : ""}`;
}

function listed(errors: readonly string[]): string {
  const rest = errors.length > SHOWN ? [`and ${errors.length - SHOWN} more`] : [];
  return [...errors.slice(0, SHOWN), ...rest].map((line) => `  ${line}`).join("\n");
}
