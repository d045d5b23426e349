/** One piece of hostile text. */
export interface Payload {
  /** The case of the fault catalogue it belongs to. */
  readonly id: string;
  readonly text: string;
}

/** A pattern of catastrophic backtracking: it must be carried, and never run. */
const BOMB = "^(a+)+$";

/** What pastes code where a template literal stands. Spelled so that no linter takes it for one. */
const dollar = (code: string) => ["$", `{${code}}`].join("");

const texts: Readonly<Record<string, readonly string[]>> = {
  H01: [
    "*/ globalThis.pwned=1 /*",
    "*/globalThis.pwned=1;//",
    "**/;globalThis.pwned=1;/**",
    "\n*/\nglobalThis.pwned=1\n/*\n",
    "*\\/ *\\\\/ *//* globalThis.pwned=1",
    "// @ts-nocheck",
    "\n@ts-ignore\n@ts-expect-error\n * @ts-nocheck",
    '/// <reference path="../../../../outside.ts" />',
    "#!/usr/bin/env node",
    "\n@deprecated use {@link globalThis.pwned} instead\n@internal",
    "<!-- globalThis.pwned=1 -->",
    "//# sourceMappingURL=http://127.0.0.1:9/pwned.map",
    "biome-ignore format: oxfmt-ignore prettier-ignore",
  ],
  H02: ["the **/task-status** API", "all of **/*.ts, not /* these */", "*/*"],
  H03: [
    `\`${dollar("globalThis.pwned=1")}\``,
    dollar("globalThis.pwned=1"),
    "`;globalThis.pwned=1;`",
    "`+(globalThis.pwned=1)+`",
    "$& $1 $$ $` $'",
  ],
  H04: [
    '"',
    "'",
    "\\",
    '\\"',
    '";globalThis.pwned=1;"',
    "');globalThis.pwned=1;('",
    '\\";globalThis.pwned=1;//',
    '"]: globalThis.pwned=1, ["',
    "\\u0022;globalThis.pwned=1;\\x22",
    "a\nb",
    "a\r\nb\tc",
    "a b&c=d/e?f#g+h%20i%2e",
    "é ü 漢字 😀",
  ],
  H05: [
    "a\u2028globalThis.pwned=1",
    "a\u2029globalThis.pwned=1",
    "\ufeffa",
    "a\u202eb\u202dc",
    "a\u2066b\u2069",
    "a\u0000b",
    "a\u0085b\u001b[31m",
    "a\ud800",
    "\udfffb",
    "a\u200bb\u200fc\u061c",
  ],
  H06: ["__proto__", "constructor", "toString", "prototype", "hasOwnProperty", "__defineGetter__", "valueOf", "then"],
  H07: [
    ...["delete", "class", "default", "123", "export", "arguments", "await", "eval", "undefined", "globalThis", "init"],
    ...[
      "client",
      "operations",
      "components",
      "Caller",
      "Result",
      "Promise",
      "Record",
      "Blob",
      "createClient",
      "styles",
    ],
  ],
  H09: ["naïve", "nave", "naive", "Pet", "pet", "PET", "ﬀ", "ff", "раypal", "paypal"],
  H10: [
    ...["../../x", "..", ".", "CON", "con", "AUX.txt", "NUL", "COM1", "/etc/passwd", "C:\\x", "\\\\host\\share", "~"],
    ...[".git/hooks/x", "node_modules", "index", "schema", "manifest", "x".repeat(300), "../".repeat(100), "-", "%00"],
  ],
  H11: [
    ...["{{x}}", "{{{y}}}", "{{>partial}}", "{{#operations}}", "{{/operations}}", "{{! gone }}", "{{&x}}"],
    ...["{{=<% %>=}}", "{{#doc}}{{.}}{{/doc}}", "{{>client/banner}}", "}}", "{{"],
  ],
  H12: [
    "<script>globalThis.pwned=1</script>",
    "</script><img src=x onerror=globalThis.pwned=1>",
    "{7*7}",
    'import x from "node:fs"',
    "export const pwned = globalThis.pwned=1",
    "<Foo {...(globalThis.pwned=1)} />",
    "[a](javascript:globalThis.pwned=1) <javascript:globalThis.pwned=1>",
    "---\ntitle: pwned\n---",
    "```js\nglobalThis.pwned=1\n```\n~~~",
    ":::danger\n# Heading\n| a | b |\n|---|---|",
    "{/* globalThis.pwned=1 */}",
    "[x]: javascript:globalThis.pwned=1\n\n[x] ![](javascript:globalThis.pwned=1)",
    "&lt;script&gt; &#123;7*7&#125; &amp;",
  ],
  H17: [BOMB, "(", "[z-a]", "(?<n>a)(?<n>b)", "(a|a)*b|((a{1,99}){1,99}){1,99}"],
};

/** Every piece of hostile text, by the case it belongs to. */
export const payloads: readonly Payload[] = Object.entries(texts).flatMap(([id, list]) =>
  list.map((text) => ({ id, text })),
);

/** Texts that no name may hold: line breaks and controls, and what reorders text. */
export function isRefusedInNames(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this expression looks for
  return /[\u0000-\u001f\u007f\u2028-\u202e\u2066-\u2069]/.test(text);
}
