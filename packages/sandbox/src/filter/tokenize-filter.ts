import { FilterError } from "./filter-error.ts";

/** A piece of a filter. `text` of a string is its content, without quotes and backslashes. */
export interface FilterToken {
  readonly kind: "(" | ")" | "," | "string" | "word";
  readonly text: string;
  /** Where it starts, in UTF-16 units from 0. */
  readonly position: number;
}

/**
 * Cuts a filter into tokens: parentheses, commas, strings in double quotes, and words (runs of anything else but white
 * space).
 *
 * @throws {FilterError} for a string that does not end, or a backslash before anything but `"` and `\`.
 */
export function tokenizeFilter(filter: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  const pattern = /[ \t\r\n]+|[(),]|"|[^ \t\r\n(),"]+/gy;
  for (let match = pattern.exec(filter); match !== null; match = pattern.exec(filter)) {
    const [text] = match;
    const position = match.index;
    if (text === '"') {
      const [content, end] = readString(filter, position);
      tokens.push({ kind: "string", text: content, position });
      pattern.lastIndex = end;
    } else if (text === "(" || text === ")" || text === ",") {
      tokens.push({ kind: text, text, position });
    } else if (text.trim() !== "") {
      tokens.push({ kind: "word", text, position });
    }
  }
  return tokens;
}

function readString(filter: string, start: number): [content: string, end: number] {
  let content = "";
  for (let index = start + 1; index < filter.length; index++) {
    const unit = filter.charAt(index);
    if (unit === '"') return [content, index + 1];
    if (unit === "\\") {
      index++;
      const escaped = filter.charAt(index);
      if (escaped !== '"' && escaped !== "\\") {
        throw new FilterError('A backslash in a string stands only before " and \\', index - 1);
      }
      content += escaped;
    } else {
      content += unit;
    }
  }
  throw new FilterError("A string has no closing quote", start);
}
