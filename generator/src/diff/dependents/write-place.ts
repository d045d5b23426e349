/**
 * A path inside a type as one would write it: `prototype`, `list`, `(options)`, `max` gives `list(options).max`.
 * @param path property names, `[]` for the items of a list, `{}` for properties that are not named, `(name)` for what a
 *   function takes, `()` for what it gives
 */
export function writePlace(path: readonly string[]): string {
  // The prototype of a class, and what its constructor gives, are its instances.
  const [first = ""] = path;
  const rest = first === "prototype" || first === "()" ? path.slice(1) : path;
  const text = rest
    .map((token) => token.replace(/^__@(\w+)@\d+$/, "[Symbol.$1]").replace(/^\(__\d+\)$/, "(…)"))
    .map((token) => (/^(?:\[.*\]|\{\}|\(.*\))$/.test(token) ? token : `.${token}`))
    .join("");
  return text.replace(/^\./, "");
}
