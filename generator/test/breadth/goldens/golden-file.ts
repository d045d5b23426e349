import { inRepository } from "../../../src/pipeline/repository.ts";

/** Where the golden of a fixture is kept. */
export function goldenFile(fixture: string): string {
  return inRepository(`generator/test/goldens/${fixture}.md`);
}
