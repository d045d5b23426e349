import pc from "picocolors";

/** Whether to colour what goes to a stream: on a terminal unless `NO_COLOR` is set, elsewhere only with `FORCE_COLOR`. */
export function hasColor(stream: { readonly isTTY?: boolean }): boolean {
  if (process.env.NO_COLOR) return false;
  const forced = process.env.FORCE_COLOR;
  return forced !== undefined && forced !== "" ? forced !== "0" : pc.isColorSupported && stream.isTTY === true;
}
