import { isObject, type Json, type JsonObject } from "../../json.ts";
import { annotations } from "./annotations.ts";
import { enumType } from "./enum-type.ts";
import { typed } from "./typed.ts";

/** A discriminator property in a schema that some of its values stand for; `stated` is what the schema says of it. */
export function discriminatedType(values: readonly string[], stated: Json | undefined): JsonObject {
  const note = isObject(stated) ? annotations(stated) : {};
  return { ...typed(enumType(values, { open: false, nullable: false })), ...note };
}
