import type { SecurityModel } from "../../model/client-model.ts";
import { matchSchemes } from "./match-schemes.ts";
import { securitySchemes } from "./security-scheme.ts";
import type { SpecOperation } from "./spec-operation.ts";
import type { WireContext } from "./wire-context.ts";

type Alternative = readonly SecurityModel[];

/** Compares who is let in: a caller that was must still be, by asking for no more than before. */
export function compareSecurity(old: SpecOperation, next: SpecOperation, context: WireContext): void {
  const names = matchSchemes(securitySchemes(context.old), securitySchemes(context.new));
  const before = alternatives(old.model.security, (name) => names.get(name) ?? name);
  const after = alternatives(next.model.security, (name) => name);
  const { id, pointer } = next.model;
  const add = (rule: string, message: string) =>
    context.report({ id: rule, pointer, in: "new", message: `${id}: ${message}`, operations: [id] });
  for (const alternative of before) {
    if (after.some((other) => asksNoMore(other, alternative))) continue;
    if (alternative.length === 0) {
      add("security-added", `credentials are required: ${after.map(words).join(", or ")}`);
      continue;
    }
    const sameSchemes = after.find((other) => schemes(other) === schemes(alternative));
    if (sameSchemes)
      add("security-scope-added", `${words(alternative)} is no longer enough, ${words(sameSchemes)} is needed`);
    else add("security-alternative-removed", `${words(alternative)} no longer lets in`);
  }
  for (const alternative of after) {
    if (before.some((other) => asksNoMore(other, alternative))) continue;
    const known = before.find((other) => schemes(other) === schemes(alternative));
    if (known && asksNoMore(alternative, known)) {
      add("security-scope-removed", `${words(alternative)} is enough, ${words(known)} was needed`);
    } else if (!known) {
      add(
        "security-alternative-added",
        alternative.length === 0 ? "credentials are no longer required" : `${words(alternative)} lets in as well`,
      );
    }
  }
}

/** Being open to all is one alternative that asks for nothing. */
function alternatives(security: readonly Alternative[], rename: (name: string) => string): Alternative[] {
  if (security.length === 0) return [[]];
  return security.map((alternative) => alternative.map(({ scheme, scopes }) => ({ scheme: rename(scheme), scopes })));
}

function asksNoMore(alternative: Alternative, than: Alternative): boolean {
  return alternative.every(({ scheme, scopes }) =>
    than.some((other) => other.scheme === scheme && scopes.every((scope) => other.scopes.includes(scope))),
  );
}

function schemes(alternative: Alternative): string {
  return alternative
    .map(({ scheme }) => scheme)
    .sort()
    .join();
}

function words(alternative: Alternative): string {
  const each = alternative.map(({ scheme, scopes }) =>
    scopes.length > 0 ? `${scheme} (${scopes.join(", ")})` : scheme,
  );
  return each.join(" and ") || "nothing";
}
