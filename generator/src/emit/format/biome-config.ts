/**
 * The whole configuration generated text is formatted with. Every setting that shows in the output is spelled out, so
 * that neither the user's own biome.json nor an `.editorconfig` has a say.
 */
export const biomeConfig = {
  root: true,
  vcs: { enabled: false },
  files: { maxSize: 1024 * 1024 * 1024 },
  linter: { enabled: false },
  assist: { enabled: false },
  formatter: {
    enabled: true,
    indentStyle: "space",
    indentWidth: 2,
    lineEnding: "lf",
    lineWidth: 120,
    useEditorconfig: false,
    formatWithErrors: false,
  },
  javascript: {
    formatter: {
      quoteStyle: "double",
      quoteProperties: "asNeeded",
      trailingCommas: "all",
      semicolons: "always",
      arrowParentheses: "always",
      bracketSpacing: true,
    },
  },
  json: { formatter: { trailingCommas: "none" } },
} as const;
