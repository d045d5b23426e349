import type { ZipFile } from "./open-zip.ts";
import { type ClassMembers, readClassMembers } from "./read-class-members.ts";

/** Members by class: `CodegenOperation` → `path` → `String`. */
export type DataModel = ReadonlyMap<string, ClassMembers>;

/** The data model of the tool, read from its class files: whatever is called `Codegen…` and holds data. */
export function dataModel(jar: ZipFile): DataModel {
  const pattern = /^org\/openapitools\/codegen\/(?:model\/)?((?:Codegen(?!Config|Constants|Type)\w+|\w+Map)\.class)$/;
  return new Map(
    jar.names
      .flatMap((name) => {
        const short = pattern.exec(name)?.[1];
        return short ? [[short.replace(/\.class$/, ""), name] as const] : [];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([short, name]) => [short, readClassMembers(jar.read(name))]),
  );
}
