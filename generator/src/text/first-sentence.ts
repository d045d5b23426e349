/** Longer sentences are cut. */
const LONGEST = 160;

/** The first sentence of a text of the spec, on one line, or what fits into 160 characters of it. */
export function firstSentence(text: string): string {
  const [first = ""] = text.trim().split(/\r?\n\s*\r?\n/);
  const paragraph = first.replace(/\s+/g, " ");
  const sentence = /^.*?[.!?](?=\s|$)/.exec(paragraph)?.[0] ?? paragraph;
  return sentence.length > LONGEST ? `${sentence.slice(0, LONGEST - 3).trimEnd()}...` : sentence;
}
