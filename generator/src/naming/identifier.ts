/** Words that cannot name a function, variable or type in strict TypeScript modules. */
const RESERVED = new Set(
  (
    "any arguments as async await bigint boolean break case catch class const continue debugger declare default delete do else enum " +
    "eval export extends false finally for function if implements import in instanceof interface let never new null " +
    "number object package private protected public return static string super switch symbol this throw true try " +
    "type typeof undefined unknown var void while with yield"
  ).split(" "),
);

const LEGAL = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** Whether `name` can be used as it is for a function or type. ASCII only: other letters would tie names to a Unicode version. */
export function isLegalIdentifier(name: string): boolean {
  return LEGAL.test(name) && !RESERVED.has(name) && name !== "__proto__";
}

/** The words of a name: `list-users_v2` and `listUsersV2` → `["list", "Users", "v2"]`-like pieces, accents removed. */
export function words(name: string): string[] {
  return name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "");
}

/** `list-users` → `listUsers`, `GetUser` → `getUser`, `123` → `operation123`, `delete` → `deleteOperation`. */
export function camelCase(name: string, fallback: string): string {
  const parts = words(name);
  const joined = parts.map((part, index) => (index === 0 ? lowerFirst(part) : upperFirst(part))).join("");
  if (joined === "") return fallback;
  if (/^[0-9]/.test(joined)) return fallback + joined;
  return isLegalIdentifier(joined) ? joined : joined + upperFirst(fallback);
}

/** `task_status` → `TaskStatus`, `123` → `Fallback123`. */
export function pascalCase(name: string, fallback: string): string {
  const joined = words(name).map(upperFirst).join("");
  if (joined === "") return fallback;
  return /^[0-9]/.test(joined) ? fallback + joined : joined;
}

/** `Task Management` → `task-management`; at most 60 characters, ASCII, never empty. */
export function kebabCase(name: string, fallback: string): string {
  // Far more than is kept: the expressions take long over capitals without end.
  const start = name.slice(0, 1000);
  const spaced = start.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2");
  const joined = words(spaced).join("-").toLowerCase().slice(0, 60).replace(/-+$/, "");
  return joined === "" ? fallback : joined;
}

/** The first letter in upper case; the rest as it is. */
export function upperFirst(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** `URLParser` → `urlParser`, `GetUser` → `getUser`, `getUser` → `getUser`. */
function lowerFirst(word: string): string {
  return word.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]+$|^[A-Z]/, (start) => start.toLowerCase());
}
