/** What a comparison says of going back, and what that means for going forward. */
const TURNED: readonly (readonly [RegExp, string])[] = [
  [/^is gone$/, "is new"],
  [/^is no longer exported$/, "is exported now"],
  [/^is required$/, "may be left out"],
  [/^may be (null|undefined)$/, "is never $1 any more"],
  [/^may no longer be null$/, "may be null"],
  [/^no longer takes (.*)$/, "takes $1 as well"],
  [/^may also be (.*)$/, "is no longer $1"],
  [/^is no longer (.*)$/, "may also be $1"],
  [/^was (.*), is (.*)$/, "was $2, is $1"],
  [/^no longer has (.*)$/, "may have $1"],
];

/** Turns what breaks from the new side to the old one into what is new. */
export function turnRound(text: string): string {
  for (const [pattern, turned] of TURNED) if (pattern.test(text)) return text.replace(pattern, turned);
  return "takes or promises more";
}
