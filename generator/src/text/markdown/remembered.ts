/** Results that are kept; specs repeat their texts, and hostile ones must not fill the memory. */
const MOST = 5000;

/** The same function, which remembers what it made of a text: the descriptions of a spec repeat. */
export function remembered(print: (text: string) => string): (text: string) => string {
  const results = new Map<string, string>();
  return (text) => {
    const known = results.get(text);
    if (known !== undefined) return known;
    const result = print(text);
    if (results.size >= MOST) results.clear();
    results.set(text, result);
    return result;
  };
}
