import type { EnumModel } from "../../model/client-model.ts";
import { isLegalIdentifier, pascalCase } from "../../naming/identifier.ts";
import type { NameAllocator } from "../../naming/name-allocator.ts";
import type { MetEnum } from "./schemas/conversion.ts";

/** Names the list of values and the type of each enum of the component schemas: `TaskStatus.type` → `TaskStatusType`. */
export function nameEnums(met: readonly MetEnum[], names: NameAllocator): EnumModel[] {
  return met.map(({ place, values, open }) => {
    const [schema = "", ...path] = place;
    const start = isLegalIdentifier(schema) ? schema : pascalCase(schema, "Schema");
    const base = start + path.map((name) => pascalCase(name, "Value")).join("");
    const lower = base.charAt(0).toLowerCase() + base.slice(1);
    // A schema that is nothing but the enum has its type already.
    const typeName = path.length === 0 ? "" : names.allocate(base, `${base}Value`);
    return { name: names.allocate(`${lower}Values`), typeName, place: place.join("."), values, open };
  });
}
