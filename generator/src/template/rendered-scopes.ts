import type { TemplateFile } from "../java/template-file.ts";
import { isObject, type JsonObject } from "../spec/json.ts";

/** One file that a template makes, and what it sees while it does. */
export interface RenderedScopes {
  /** Where the output goes: `operations/task-management.ts`. */
  readonly destination: string;
  /** Slug of the tag; undefined for a template that is rendered once. */
  readonly tag: string | undefined;
  /** Outermost first: the tool's own data, as far as templates use it, then the root extensions of the skeleton. */
  readonly scopes: readonly JsonObject[];
}

/** Lists the files that a template makes of a skeleton, in order. */
export function renderedScopes(skeleton: JsonObject, file: TemplateFile): RenderedScopes[] {
  const root = rootExtensions(skeleton);
  if (file.type === "supporting") return [{ destination: file.destination, tag: undefined, scopes: [{}, root] }];
  return [...operationsByTag(skeleton)].map(([tag, operations]) => ({
    destination: file.destination.replaceAll("{tag}", tag),
    tag,
    scopes: [{ operations: { operation: operations } }, root],
  }));
}

/** What every template sees, at any depth. */
export function rootExtensions(skeleton: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(skeleton).filter(([key]) => key.startsWith("x-")));
}

/** What the template of an API sees of each operation, by tag. */
export function operationsByTag(skeleton: JsonObject): Map<string, JsonObject[]> {
  const found = new Map<string, JsonObject[]>();
  for (const item of Object.values(isObject(skeleton.paths) ? skeleton.paths : {})) {
    for (const operation of Object.values(isObject(item) ? item : {})) {
      if (!isObject(operation)) continue;
      const extensions = Object.fromEntries(Object.entries(operation).filter(([key]) => key.startsWith("x-")));
      for (const tag of Array.isArray(operation.tags) ? operation.tags : []) {
        const operations = found.get(String(tag)) ?? [];
        operations.push({ vendorExtensions: extensions });
        found.set(String(tag), operations);
      }
    }
  }
  return found;
}
