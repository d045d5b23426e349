import type { ZipFile } from "./open-zip.ts";

/** The templates that the tool has for one of its generators, by path below their folder. */
export function stockTemplates(jar: ZipFile, generator: string): Map<string, string> {
  const names = jar.names.filter((name) => name.startsWith(`${generator}/`) && name.endsWith(".mustache")).sort();
  return new Map(names.map((name) => [name.slice(generator.length + 1), jar.read(name).toString("utf8")]));
}
