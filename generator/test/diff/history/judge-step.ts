import { referencesIn } from "../../../src/diff/references-in.ts";
import type { SpecSide } from "../../../src/diff/spec-side.ts";
import { fromPointer } from "../../../src/spec/json-pointer.ts";
import { componentSchemas } from "../../../src/spec/transforms/schemas/schema-usage.ts";
import type { Step } from "./replay-step.ts";

/** Where the diff and the compiler disagree about a step; empty where the verdict is true. */
export function judgeStep({ old, diff, broken }: Step): string[] {
  const found: string[] = [];
  const major = diff.changes.filter(({ level }) => level === "major");
  if (broken.length > 0 && diff.bump !== "major") found.push(`${diff.bump}, but a consumer no longer compiles`);
  if (broken.length === 0 && major.length > 0 && major.every(({ lens }) => lens === "types")) {
    found.push("major by its types alone, but a consumer compiles");
  }
  for (const { owner, message } of broken) {
    const isNamed = major.some(({ operations, pointer, message: text }) => {
      const key = owner.startsWith("schema:") ? owner.slice("schema:".length) : undefined;
      if (key === undefined) return operations.includes(owner) || text.includes(owner);
      const [, section, name = ""] = fromPointer(pointer);
      return (section === "schemas" && (name === key || contained(old, key).has(name))) || text.includes(key);
    });
    if (!isNamed) found.push(`${owner} no longer compiles, and no breaking change names it: ${message}`);
  }
  return found;
}

/** The component schemas that one refers to, at any distance. */
function contained({ document }: SpecSide, key: string): ReadonlySet<string> {
  const schemas = componentSchemas(document);
  const found = new Set<string>();
  const queue = [key];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    for (const used of referencesIn(schemas[next])) {
      if (found.has(used)) continue;
      found.add(used);
      queue.push(used);
    }
  }
  return found;
}
