import type { FormatConfig } from "oxfmt";

/**
 * How generated code is laid out. Every setting that shows in the output is spelled out, so that a new version of the
 * formatter with other defaults gives the same bytes. No configuration file is ever looked for.
 */
export const formatOptions: FormatConfig = {
  printWidth: 120,
  useTabs: false,
  tabWidth: 2,
  endOfLine: "lf",
  insertFinalNewline: true,
  semi: true,
  singleQuote: false,
  quoteProps: "as-needed",
  trailingComma: "all",
  arrowParens: "always",
  bracketSpacing: true,
  objectWrap: "preserve",
  embeddedLanguageFormatting: "off",
  jsdoc: false,
  sortImports: false,
};
