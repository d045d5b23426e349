import type { SecurityModel } from "../../model/client-model.ts";
import type { ScopeReading } from "../policy/policy.ts";
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
  const { scopes, report } = context;
  const add = (rule: string, message: string) =>
    report({ id: rule, pointer, in: "new", message: `${id}: ${message}`, operations: [id] });
  for (const alternative of before) {
    if (after.some((other) => asksNoMore(other, alternative, scopes))) continue;
    if (alternative.length === 0) {
      add("security-added", `credentials are required: ${after.map((one) => words(one, scopes)).join(", or ")}`);
      continue;
    }
    const same = after.find((other) => schemes(other) === schemes(alternative));
    if (!same) add("security-alternative-removed", `${words(alternative, scopes)} no longer lets in`);
    else if (scopes === "any" && lacks(same, alternative)) add("security-scope-refused", turned(alternative, same));
    else {
      const needed = words(same, scopes);
      add("security-scope-added", `${words(alternative, scopes)} is no longer enough, ${needed} is needed`);
    }
  }
  for (const alternative of after) {
    if (before.some((other) => asksNoMore(other, alternative, scopes))) continue;
    const known = before.find((other) => schemes(other) === schemes(alternative));
    if (!known) {
      const text = `${words(alternative, scopes)} lets in as well`;
      add("security-alternative-added", alternative.length === 0 ? "credentials are no longer required" : text);
    } else if (asksNoMore(alternative, known, scopes)) {
      if (scopes === "any" && lacks(known, alternative)) add("security-scope-accepted", turned(known, alternative));
      else {
        const text = `${words(alternative, scopes)} is enough, ${words(known, scopes)} was needed`;
        add("security-scope-removed", text);
      }
    }
  }
}

/** Being open to all is one alternative that asks for nothing. */
function alternatives(security: readonly Alternative[], rename: (name: string) => string): Alternative[] {
  if (security.length === 0) return [[]];
  return security.map((alternative) => alternative.map(({ scheme, scopes }) => ({ scheme: rename(scheme), scopes })));
}

/** Whether whoever is let in by one alternative is let in by the other. */
function asksNoMore(alternative: Alternative, than: Alternative, reading: ScopeReading): boolean {
  const isCovered = (scopes: readonly string[], by: readonly string[]) => scopes.every((scope) => by.includes(scope));
  return alternative.every(({ scheme, scopes }) =>
    than.some((other) => {
      if (other.scheme !== scheme) return false;
      if (reading === "all") return isCovered(scopes, other.scopes);
      return scopes.length === 0 || (other.scopes.length > 0 && isCovered(other.scopes, scopes));
    }),
  );
}

/** Whether a scope that one list has is missing in another that names some. */
function lacks(alternative: Alternative, than: Alternative): boolean {
  return than.some(({ scheme, scopes }) => {
    const same = alternative.find((other) => other.scheme === scheme);
    return same !== undefined && same.scopes.length > 0 && scopes.some((scope) => !same.scopes.includes(scope));
  });
}

function turned(old: Alternative, next: Alternative): string {
  return `${words(old, "any")} let in, ${words(next, "any")} does now`;
}

function schemes(alternative: Alternative): string {
  return alternative
    .map(({ scheme }) => scheme)
    .sort()
    .join();
}

function words(alternative: Alternative, reading: ScopeReading): string {
  const between = reading === "any" ? " or " : ", ";
  const each = alternative.map(({ scheme, scopes }) =>
    scopes.length > 0 ? `${scheme} (${scopes.join(between)})` : scheme,
  );
  return each.join(" and ") || "nothing";
}
