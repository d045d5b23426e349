import { knownFields } from "../observe/known-fields.ts";

/**
 * What every error of the sdk is. Branch with `instanceof`: it works across realms and across several installs of this
 * package, since it looks at the kinds that an error says it is, not at the identity of the class.
 */
export class SdkError extends Error {
  /** Name of the class, which minifiers leave alone. */
  static readonly kind: string = "SdkError";
  /** How often the call was sent; undefined where nothing was. */
  declare readonly attempts?: number;

  constructor(message: string, { cause, ...details }: { readonly cause?: unknown } = {}) {
    super(message, cause === undefined ? undefined : { cause });
    Object.defineProperty(this, "name", { value: new.target.kind, configurable: true, writable: true });
    Object.assign(this, knownFields(details));
  }

  /** Names of the class and of those it extends, down to `SdkError`. */
  get "~kinds"(): readonly string[] {
    const kinds: string[] = [];
    for (let type = this.constructor; "kind" in type; type = Object.getPrototypeOf(type)) kinds.push(String(type.kind));
    return kinds;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    // biome-ignore lint/complexity/noThisInStatic: inherited, so it must look at the class behind `instanceof`
    return isInstance(this, value);
  }

  /** Name, message and the error's own fields; no stack, no cause, no headers. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...Object.fromEntries(Object.entries(this)) };
  }
}

function isInstance(type: typeof SdkError, value: unknown): boolean {
  // A class that users derive has no kind of its own: there, identity decides.
  if (!Object.hasOwn(type, "kind")) return Function.prototype[Symbol.hasInstance].call(type, value);
  const kinds = (value as { "~kinds"?: unknown } | null | undefined)?.["~kinds"];
  return Array.isArray(kinds) && kinds.includes(type.kind);
}
