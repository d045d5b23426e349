import path from "node:path";

/** The absolute path of a program of a package that is installed for the workspace at `folder`. */
export function binary(folder: string, name: string, file: string): string {
  return path.join(folder, "node_modules", name, file);
}
