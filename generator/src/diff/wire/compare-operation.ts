import { compareBodies } from "./compare-bodies.ts";
import { compareDocumentation } from "./compare-documentation.ts";
import { compareParameters } from "./compare-parameters.ts";
import { compareResponses } from "./compare-responses.ts";
import { compareSecurity } from "./compare-security.ts";
import { compareServers } from "./compare-servers.ts";
import type { SpecOperation } from "./spec-operation.ts";
import type { WireContext } from "./wire-context.ts";

/** Compares two operations that correspond. */
export function compareOperation(old: SpecOperation, next: SpecOperation, context: WireContext): void {
  compareIdentity(old, next, context);
  compareParameters(old, next, context);
  compareBodies(old, next, context);
  compareResponses(old, next, context);
  compareSecurity(old, next, context);
  compareServers(old.source.servers, next.source.servers, `${next.model.pointer}/servers`, next.model.id, context);
  compareDocumentation(old, next, context);
}

function compareIdentity(
  { model: old, ...before }: SpecOperation,
  { model: next, ...after }: SpecOperation,
  context: WireContext,
): void {
  const operations = [next.id];
  const { pointer } = next;
  const add = (id: string, message: string) => context.report({ id, pointer, in: "new", message, operations });
  if (before.address !== after.address) {
    add("operation-moved", `${next.id} was ${address(old)}, is ${address(next)}`);
  }
  if (old.name !== next.name) {
    add("operation-renamed", `${address(next)} was ${old.name}, is ${next.name}`);
  }
  if (old.deprecated === undefined && next.deprecated !== undefined)
    add("operation-deprecated", `${next.id} is deprecated`);
  if (old.deprecated !== undefined && next.deprecated === undefined) {
    add("operation-undeprecated", `${next.id} is no longer deprecated`);
  }
  const gone = old.userLevels.filter((level) => !next.userLevels.includes(level));
  // No list means that nothing is said, not that nobody may call.
  if (gone.length > 0 && next.userLevels.length > 0) {
    add("user-level-removed", `${gone.join(", ")} may no longer call ${next.id}`);
  }
  const more = next.userLevels.filter((level) => !old.userLevels.includes(level));
  if (more.length > 0) add("user-level-added", `${more.join(", ")} may call ${next.id}`);
  for (const tag of next.tags.filter((tag) => !old.tags.includes(tag))) {
    add("tag-added", `${next.id} is in the module ${tag}`);
  }
}

function address({ method, path }: SpecOperation["model"]): string {
  return `${method.toUpperCase()} ${path}`;
}
