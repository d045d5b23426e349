import { commentLines } from "../../../text/comment-text.ts";
import { firstSentence } from "../../../text/first-sentence.ts";
import { literal } from "../../../text/literal.ts";
import { Commented } from "./commented.ts";
import type { ExampleValue } from "./example-value.ts";

/** Defaults longer than this are left to the table of parameters. */
const LONGEST_DEFAULT = 60;

/** What a parameter or a body says of itself. */
export interface Said {
  readonly description: string;
  readonly required: boolean;
  readonly default?: unknown;
}

/** A value with what it is, whether it may be left out, and what the API then assumes; the value alone where nothing is known. */
export function withComment({ description, required, default: assumed }: Said, value: ExampleValue): ExampleValue {
  const notes = required ? [] : ["optional"];
  const shown = assumed === undefined ? "" : literal(assumed);
  if (shown !== "" && shown.length <= LONGEST_DEFAULT) notes.push(`default ${shown}`);
  const said = [firstSentence(description), notes.length > 0 ? `(${notes.join(", ")})` : ""];
  const [comment] = commentLines(said.filter((part) => part !== "").join(" "));
  return comment === undefined ? value : new Commented(comment, value);
}
