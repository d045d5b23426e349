import { inRepository } from "../../../src/config/in-repository.ts";

/** Where the golden of a fixture is kept; that of its reference pages by the name `docs/` and its own. */
export function goldenFile(fixture: string): string {
  return inRepository(`generator/test/goldens/${fixture}.md`);
}
