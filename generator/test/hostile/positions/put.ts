import type { Json, JsonObject } from "../../../src/spec/json.ts";

/** Sets a key that may be `__proto__`. */
export function put(target: JsonObject, key: string, value: Json): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
}
