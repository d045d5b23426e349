/** A module of the same package: relative, with its extension, in plain characters. */
const RELATIVE = /^\.{1,2}\/(?:(?:\.\.|[\w-][\w.-]*)\/)*[\w-][\w.-]*\.[jt]s$/;

/** Says what is wrong with a module specifier of a file under `path`; `undefined` when it names a module of the package. */
export function moduleSourceFault(specifier: string, path: string): string | undefined {
  if (!RELATIVE.test(specifier)) return "is not a relative path to a module";
  let depth = path.split("/").length - 1;
  for (const segment of specifier.split("/")) {
    if (segment === "..") depth--;
    else if (segment !== ".") depth++;
    if (depth < 0) return "leads out of the package";
  }
  return undefined;
}
