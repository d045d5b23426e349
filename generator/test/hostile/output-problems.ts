import { UNSAFE_CHARACTERS } from "../../src/text/comment-text.ts";

const SEGMENT = /^(?!\.{1,2}$)[A-Za-z0-9._-]{1,100}$/;
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;
const TOP = /^(?:(?:src|docs)\/.+|README\.md|package\.json|tsconfig\.json)$/;
const NPM_NAME = /^[a-z0-9][a-z0-9-]{0,100}$/;

/** What is wrong with names and plain contents of the files of a package, whatever its spec: one line each. */
export function outputProblems(files: ReadonlyMap<string, string>): string[] {
  const problems: string[] = [];
  const folded = new Set<string>();
  for (const [file, text] of files) {
    const segments = file.split("/");
    const isPlain =
      TOP.test(file) && segments.every((one) => SEGMENT.test(one) && !DEVICE.test(one) && !one.endsWith("."));
    if (!isPlain) problems.push(`${file} is no name that every system can have inside the output folder`);
    if (folded.has(file.toLowerCase())) problems.push(`${file} is the name of two files where case does not count`);
    folded.add(file.toLowerCase());
    for (const { 0: character } of text.matchAll(UNSAFE_CHARACTERS)) {
      problems.push(`${file} holds a raw U+${character.charCodeAt(0).toString(16)}`);
      break;
    }
  }
  return [...problems, ...manifestProblems(files.get("package.json") ?? "")];
}

/** Nothing that a package manager runs, and a name that it takes. */
function manifestProblems(text: string): string[] {
  const { name, scripts, dependencies } = JSON.parse(text) as Record<string, unknown>;
  const problems: string[] = [];
  if (typeof name !== "string" || !NPM_NAME.test(name)) problems.push(`package.json has the name ${String(name)}`);
  if (Object.keys(scripts ?? {}).join() !== "build,typecheck") problems.push("package.json has other scripts");
  if (Object.keys(dependencies ?? {}).join() !== "openapi-fetch") problems.push("package.json has other dependencies");
  return problems;
}
