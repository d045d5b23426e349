import type { Json, JsonObject } from "../json.ts";

/** Sets a key of a document, as data: `__proto__` becomes a key like any other and no prototype changes. */
export function setOwn(object: JsonObject, key: string, value: Json): void {
  if (key === "__proto__") {
    Object.defineProperty(object, key, { value, writable: true, enumerable: true, configurable: true });
  } else {
    object[key] = value;
  }
}
