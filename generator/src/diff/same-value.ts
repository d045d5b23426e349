import { isObject, type Json } from "../spec/json.ts";

/** Whether two values are equal but for the order of their keys. */
export function sameValue(old: Json | undefined, next: Json | undefined): boolean {
  if (old === next) return true;
  if (Array.isArray(old)) {
    return (
      Array.isArray(next) && old.length === next.length && old.every((item, index) => sameValue(item, next[index]))
    );
  }
  if (!isObject(old) || !isObject(next)) return false;
  const keys = Object.keys(old);
  if (keys.length !== Object.keys(next).length) return false;
  return keys.every((key) => Object.hasOwn(next, key) && sameValue(old[key], next[key]));
}
