import type { PrismTheme } from "prism-react-renderer";

/** Colours of code, by what a token is. All keep a contrast of at least 4.5 to their background. */
interface Colours {
  readonly text: string;
  readonly background: string;
  readonly comment: string;
  readonly keyword: string;
  readonly name: string;
  readonly string: string;
  readonly value: string;
}

function theme(colours: Colours): PrismTheme {
  const style = (types: string[], color: string) => ({ types, style: { color } });
  return {
    plain: { color: colours.text, backgroundColor: colours.background },
    styles: [
      { types: ["comment", "prolog", "cdata"], style: { color: colours.comment, fontStyle: "italic" } },
      style(["keyword", "operator", "boolean", "tag", "deleted"], colours.keyword),
      style(["function", "class-name", "builtin", "symbol"], colours.name),
      style(["string", "char", "inserted", "regex", "url"], colours.string),
      style(["property", "number", "constant", "attr-name", "variable"], colours.value),
    ],
  };
}

export const lightCode: PrismTheme = theme({
  text: "#24292f",
  background: "#f6f8fa",
  comment: "#57606a",
  keyword: "#b3202b",
  name: "#6639ba",
  string: "#0a3069",
  value: "#0550ae",
});

export const darkCode: PrismTheme = theme({
  text: "#e6edf3",
  background: "#161b22",
  comment: "#9ba3ad",
  keyword: "#ff8b82",
  name: "#d2a8ff",
  string: "#a5d6ff",
  value: "#79c0ff",
});
