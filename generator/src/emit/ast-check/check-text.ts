import type { Comment } from "oxc-parser";
import { UNSAFE_CHARACTERS } from "../../text/comment-text.ts";
import type { Report } from "./ast-finding.ts";

/** Comments that change how a compiler or an engine treats the code around them; the part is looked for first, being quick. */
const DIRECTIVES: readonly (readonly [part: string, pattern: RegExp, what: string])[] = [
  ["@ts-", /^[ \t]*[*/]*[ \t]*@ts-(?:ignore|expect-error|nocheck|check)\b/m, "switches type checking"],
  ["URL=", /^[#@]\s*source(?:Mapping)?URL=/, "names a source map"],
  ["<", /^\/\s*<\s*(?:reference|amd-)/, "refers to another file"],
];

/** Checks a file's characters, wherever they stand, against those that must never be in a source file raw. */
export function checkCharacters(text: string, report: Report): void {
  for (const { index, 0: character } of text.matchAll(UNSAFE_CHARACTERS)) {
    const name = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
    report({ start: index }, "Character", `${name} stands unescaped; it hides or reorders what a reader sees.`);
  }
}

/** Checks that no comment is a directive. */
export function checkComments(comments: readonly Comment[], report: Report): void {
  for (const comment of comments) {
    const directive = DIRECTIVES.find(([part, pattern]) => comment.value.includes(part) && pattern.test(comment.value));
    if (directive !== undefined) report(comment, "Comment", `A comment ${directive[2]}.`);
  }
}
