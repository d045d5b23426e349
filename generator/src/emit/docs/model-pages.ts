import type { SchemaModel } from "../../model/client-model.ts";
import { kebabCase } from "../../naming/identifier.ts";
import { NameAllocator } from "../../naming/name-allocator.ts";
import type { JsonObject } from "../../spec/json.ts";
import { componentSchemas } from "../../spec/transforms/schemas/schema-usage.ts";
import { RESERVED_FILE_NAMES } from "./reserved-file-names.ts";

/** Where a component schema is described. */
export interface ModelPage {
  readonly key: string;
  /** The exported type. */
  readonly name: string;
  /** File name without its ending. */
  readonly file: string;
  /** The exported type of what is sent, where it differs from what is answered. */
  readonly inputName: string | undefined;
}

/**
 * Names the page of every component schema. The pages of what is sent and of what is answered are one, so types that only
 * the transform made, such as `TaskInput`, lead to the page of `Task`.
 */
export function nameModelPages(document: JsonObject, schemas: readonly SchemaModel[]): Map<string, ModelPage> {
  const sources = componentSchemas(document);
  const names = new Map(schemas.map(({ key, name }) => [key, name]));
  const inputs = new Map<string, string>();
  for (const { key } of schemas) {
    const base = Object.hasOwn(sources, key) ? undefined : baseKey(key, sources);
    if (base !== undefined) inputs.set(base, key);
  }
  const files = new NameAllocator({ reserved: RESERVED_FILE_NAMES, caseInsensitive: true });
  const pages = new Map<string, ModelPage>();
  for (const key of Object.keys(sources)) {
    const name = names.get(key);
    if (name === undefined) continue;
    const wanted = kebabCase(name, "model");
    const input = inputs.get(key);
    const page = {
      key,
      name,
      file: files.allocate(wanted, `${wanted}-model`),
      inputName: input === undefined ? undefined : names.get(input),
    };
    pages.set(key, page);
    if (input !== undefined) pages.set(input, page);
  }
  return pages;
}

function baseKey(key: string, sources: JsonObject): string | undefined {
  const candidates = [key.replace(/Input\d*$/, ""), key.replace(/RequestInput\d*$/, "")];
  return candidates.find((candidate) => candidate !== key && Object.hasOwn(sources, candidate));
}
