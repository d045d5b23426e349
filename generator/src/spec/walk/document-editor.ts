import { isObject, type Json, type JsonObject } from "../json.ts";
import { setOwn } from "./set-own.ts";

type Tokens = readonly (string | number)[];

/** Changes places of a document without touching the original: only objects on the way to a change are copied, once each. */
export class DocumentEditor {
  #root: Json;
  readonly #owned = new Set<Json>();
  readonly #renamed: { readonly parent: Tokens; readonly key: string; readonly name: string }[] = [];
  readonly #holes = new Map<Json[], Set<number>>();

  constructor(root: Json) {
    this.#root = root;
  }

  /** Puts `value` at `tokens`, which must lead to an existing object or array; its last token may be new. */
  set(tokens: Tokens, value: Json): void {
    const last = tokens.at(-1);
    if (last === undefined) {
      this.#root = value;
      return;
    }
    const parent = this.#own(tokens.slice(0, -1));
    if (Array.isArray(parent)) parent[Number(last)] = value;
    else setOwn(parent, String(last), value);
  }

  /** Removes the place at `tokens`. Indexes of its neighbours in an array stay valid until `result()`. */
  remove(tokens: Tokens): void {
    const last = tokens.at(-1);
    if (last === undefined) return;
    const parent = this.#own(tokens.slice(0, -1));
    if (!Array.isArray(parent)) {
      delete parent[String(last)];
      return;
    }
    const holes = this.#holes.get(parent) ?? new Set();
    this.#holes.set(parent, holes.add(Number(last)));
  }

  /**
   * Gives the key at `tokens` another name in the same order; where the name is taken, the key goes away. Takes effect in
   * `result()`, so that places below can still be changed by their old way.
   */
  rename(tokens: Tokens, name: string): void {
    this.#renamed.push({ parent: tokens.slice(0, -1), key: String(tokens.at(-1)), name });
  }

  /** The document with all changes; the original itself where there are none. */
  result(): Json {
    // Deeper places first: their way may lead through a key that changes too.
    for (const { parent, key, name } of this.#renamed.sort((a, b) => b.parent.length - a.parent.length)) {
      renameKey(this.#own(parent) as JsonObject, key, name);
    }
    this.#renamed.length = 0;
    for (const [array, holes] of this.#holes) {
      let kept = 0;
      for (const [index, value] of array.entries()) if (!holes.has(index)) array[kept++] = value;
      array.length = kept;
    }
    this.#holes.clear();
    return this.#root;
  }

  #own(tokens: Tokens): JsonObject | Json[] {
    let current = this.#copyOnce(this.#root, (copy) => {
      this.#root = copy;
    });
    for (const token of tokens) {
      const parent = current;
      const child = Array.isArray(parent) ? parent[Number(token)] : parent[String(token)];
      current = this.#copyOnce(child, (copy) => {
        if (Array.isArray(parent)) parent[Number(token)] = copy;
        else setOwn(parent, String(token), copy);
      });
    }
    return current;
  }

  #copyOnce(value: Json | undefined, replace: (copy: JsonObject | Json[]) => void): JsonObject | Json[] {
    if (!Array.isArray(value) && !isObject(value))
      throw new TypeError("No object or array stands on the way to the change.");
    if (this.#owned.has(value)) return value;
    const copy = Array.isArray(value) ? [...value] : { ...value };
    this.#owned.add(copy);
    replace(copy);
    return copy;
  }
}

function renameKey(object: JsonObject, key: string, name: string): void {
  const entries = Object.entries(object);
  const taken = Object.hasOwn(object, name);
  for (const [each] of entries) delete object[each];
  for (const [each, value] of entries) {
    if (each !== key) setOwn(object, each, value as Json);
    else if (!taken) setOwn(object, name, value as Json);
  }
}
