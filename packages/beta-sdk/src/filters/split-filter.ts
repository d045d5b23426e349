import { UsageError } from "../errors/usage-error.ts";
import type { Expression, Term } from "./expression.ts";
import { renderFilter } from "./render-filter.ts";

/** Characters of an encoded filter: servers take 8 kB of request line and headers, tokens included. */
const longest = 4_000;

/**
 * The texts of the queries that together find what the filter finds: none where it holds never, `undefined` for one
 * without a filter, several where a long `in` would not fit into a URL.
 * @throws {UsageError} for a filter that is too long and has no `in` that could be split without finding items twice
 */
export function splitFilter(expression: Expression): (string | undefined)[] {
  if (typeof expression === "boolean") return expression ? [undefined] : [];
  const text = renderFilter(expression);
  const length = encodeURIComponent(text).length;
  if (length <= longest) return [text];
  const list = longestIn(expression);
  if (!list || list.values.length < 2) {
    throw new UsageError(
      `The filter is too long for a URL (${length} characters encoded, at most ${longest}) and has no list to split: a list below \`or\` or \`not\` stays whole`,
    );
  }
  const { values } = list;
  // Of even size; what is still too long, since values differ in length, is split again.
  const size = Math.ceil(values.length / Math.ceil(length / longest));
  const starts = Array.from({ length: Math.ceil(values.length / size) }, (_, part) => part * size);
  return starts.flatMap((at) =>
    splitFilter(replace(expression, list, { ...list, values: values.slice(at, at + size) })),
  );
}

type In = Extract<Term, { kind: "in" }>;

/** The longest list all of whose parts can be asked for on their own. */
function longestIn(term: Term): In | undefined {
  if (term.kind === "in") return term;
  const lists = term.kind === "and" ? term.parts.map(longestIn).filter((list) => list !== undefined) : [];
  return lists.sort((a, b) => b.values.join().length - a.values.join().length)[0];
}

function replace(term: Term, from: In, to: In): Term {
  if (term === from) return to;
  return term.kind === "and" ? { ...term, parts: term.parts.map((part) => replace(part, from, to)) } : term;
}
