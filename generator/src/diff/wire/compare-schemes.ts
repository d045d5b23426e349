import type { OperationModel } from "../../model/client-model.ts";
import { matchSchemes } from "./match-schemes.ts";
import { type SecurityScheme, securitySchemes } from "./security-scheme.ts";
import type { WireContext } from "./wire-context.ts";

/** Compares the security schemes that operations of the new spec use. */
export function compareSchemes(operations: readonly OperationModel[], { old, new: next, report }: WireContext): void {
  const before = securitySchemes(old);
  const after = securitySchemes(next);
  const used = new Set(operations.flatMap(({ security }) => security.flat().map(({ scheme }) => scheme)));
  for (const [oldName, newName] of matchSchemes(before, after)) {
    if (!used.has(newName)) continue;
    const pointer = `/components/securitySchemes/${newName.replaceAll("~", "~0").replaceAll("/", "~1")}`;
    const add = (id: string, text: string) => report({ id, pointer, in: "new", message: `${newName} ${text}` });
    compareScheme(before.get(oldName) as SecurityScheme, after.get(newName) as SecurityScheme, add);
  }
}

function compareScheme(old: SecurityScheme, next: SecurityScheme, add: (id: string, text: string) => void): void {
  if (old.name !== next.name) add("security-scheme-renamed", `was named ${old.name}`);
  if (old.kind !== next.kind) {
    add("security-scheme-changed", `was ${old.kind}, is ${next.kind}`);
    return;
  }
  for (const flow of old.flows.filter((flow) => !next.flows.includes(flow))) {
    add("security-scheme-changed", `no longer has the flow ${flow}`);
  }
  for (const flow of next.flows.filter((flow) => !old.flows.includes(flow))) {
    add("security-scheme-extended", `has the flow ${flow}`);
  }
  const key = (url: string) => url.slice(0, url.indexOf(" "));
  for (const url of next.urls) {
    const was = old.urls.find((other) => key(other) === key(url));
    if (was !== undefined && was !== url)
      add("security-url-changed", `has ${url}, had ${was.slice(was.indexOf(" ") + 1)}`);
  }
}
