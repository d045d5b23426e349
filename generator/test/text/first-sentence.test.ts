import { expect, test } from "vitest";
import { firstSentence } from "../../src/text/first-sentence.ts";

test.each([
  ["", ""],
  ["One.", "One."],
  ["One. Two.", "One."],
  ["One\n  line\n\nTwo", "One line"],
  ["Version 1.2 counts. More.", "Version 1.2 counts."],
  ["x".repeat(200), `${"x".repeat(157)}...`],
])("%j begins with %j", (text, sentence) => {
  expect(firstSentence(text)).toBe(sentence);
});
