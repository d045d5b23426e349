import { isObject, type Json } from "../json.ts";
import { own } from "../walk/own.ts";

type Tokens = readonly (string | number)[];

/** The schemas of a document that name themselves (JSON Schema 2020-12 §8.2). */
export interface IdentifiedSchemas {
  /** `$anchor` and `$dynamicAnchor` → place. The first one in document order wins. */
  readonly anchors: ReadonlyMap<string, Tokens>;
  /** `$id`, without an empty fragment → place. */
  readonly ids: ReadonlyMap<string, Tokens>;
}

const known = new WeakMap<object, IdentifiedSchemas>();

/** Finds them by one pass over the document, on the first call for it. */
export function identifiedSchemas(document: Json): IdentifiedSchemas {
  if (typeof document !== "object" || document === null) return { anchors: new Map(), ids: new Map() };
  const found = known.get(document) ?? collect(document);
  known.set(document, found);
  return found;
}

function collect(document: Json): IdentifiedSchemas {
  const anchors = new Map<string, Tokens>();
  const ids = new Map<string, Tokens>();
  const stack: { value: Json; tokens: Tokens }[] = [{ value: document, tokens: [] }];
  for (let step = stack.pop(); step !== undefined; step = stack.pop()) {
    const { value, tokens } = step;
    if (isObject(value)) {
      for (const keyword of ["$anchor", "$dynamicAnchor"]) remember(anchors, own(value, keyword), tokens);
      remember(ids, own(value, "$id"), tokens);
    }
    if (typeof value !== "object" || value === null) continue;
    const children: [string | number, Json][] = Array.isArray(value)
      ? [...value.entries()]
      : (Object.entries(value) as [string, Json][]);
    for (const [token, child] of children.reverse()) {
      if (typeof child === "object" && child !== null) stack.push({ value: child, tokens: [...tokens, token] });
    }
  }
  return { anchors, ids };
}

function remember(names: Map<string, Tokens>, name: Json | undefined, tokens: Tokens): void {
  if (typeof name === "string" && !names.has(name.replace(/#$/, ""))) names.set(name.replace(/#$/, ""), tokens);
}
