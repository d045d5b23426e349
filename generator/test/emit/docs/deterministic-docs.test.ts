import { expect, test } from "vitest";
import { generateDocs } from "./generated-docs.ts";
import { hostileSpec } from "./hostile-spec.ts";

/** The same document with the keys of every object in reverse order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => [key, reversed(member)]);
  return Object.fromEntries(entries.reverse());
}

test("H20: docs are the same to the byte, whatever the order of the spec's keys and the folder", async () => {
  const spec = hostileSpec("3.0.3");
  const docs = [await generateDocs(spec), await generateDocs(reversed(spec) as object)];
  try {
    const [first, second] = docs.map(({ files }) => Object.fromEntries(files));
    expect(second).toEqual(first);
  } finally {
    for (const one of docs) one.remove();
  }
}, 60_000);
