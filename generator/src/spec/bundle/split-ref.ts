import { fromPointer } from "../json-pointer.ts";

/** The two halves of a reference: the document ("" for the same one) and the place in it. */
export interface SplitRef {
  /** As written, percent-encoding included. */
  readonly document: string;
  /** JSON pointer tokens, or the name of an anchor. */
  readonly fragment: { readonly tokens: readonly string[] } | { readonly anchor: string };
}

/** Splits `other.yaml#/a/b~1c%20d` and decodes the fragment. */
export function splitRef(ref: string): SplitRef {
  const trimmed = ref.trim();
  const hash = trimmed.indexOf("#");
  if (hash < 0) return { document: trimmed, fragment: { tokens: [] } };
  const fragment = decode(trimmed.slice(hash + 1));
  return {
    document: trimmed.slice(0, hash),
    fragment: fragment === "" || fragment.startsWith("/") ? { tokens: fromPointer(fragment) } : { anchor: fragment },
  };
}

/** Fragments with a stray `%` are common in hand-written documents; they mean themselves. */
function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
