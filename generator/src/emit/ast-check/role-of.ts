import { dataRole, functionsRole, indexRole, type Role, typesRole } from "./role.ts";

/** First match wins. `unchecked` files hold no text of a spec: they are written by hand and copied. */
const ROLES: readonly (readonly [pattern: RegExp, role: Role | "unchecked"])[] = [
  [/^(?!src\/generated\/)/, "unchecked"],
  [/\/index\.ts$/, indexRole],
  [/^src\/generated\/(?:schema|models)\.ts$/, typesRole],
  [/^src\/generated\/(?:enums|servers|manifest(?:[-.\w]*|\/.+))\.ts$/, dataRole],
  [/^src\/generated\/operations(?:\/.+)?\.ts$/, functionsRole],
];

/** The role of a file by its path; `undefined` for generated code that has none, which is refused. */
export function roleOf(path: string): Role | "unchecked" | undefined {
  return ROLES.find(([pattern]) => pattern.test(path))?.[1];
}
