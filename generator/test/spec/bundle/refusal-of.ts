import type { Finding } from "../../../src/spec/finding.ts";
import { SpecRefusal } from "../../../src/spec/spec-refusal.ts";

/** The findings with which something is refused. Fails when it is accepted, or fails otherwise. */
export async function refusalOf(attempt: () => unknown): Promise<readonly Finding[]> {
  try {
    await attempt();
  } catch (error) {
    if (error instanceof SpecRefusal) return error.findings;
    throw error;
  }
  throw new Error("It was accepted.");
}
