import type { Config } from "@docusaurus/types";

/**
 * How every page is read: as MDX, with nothing that turns text into something else. Pages of the reference hold text of a
 * spec, which may look like an emoji, a comment or the id of a heading; tests compile hostile pages with these settings.
 */
export const markdown: NonNullable<Config["markdown"]> = {
  format: "mdx",
  emoji: false,
  mermaid: false,
  mdx1Compat: { comments: false, admonitions: false, headingIds: false },
  hooks: { onBrokenMarkdownLinks: "throw", onBrokenMarkdownImages: "throw" },
};
