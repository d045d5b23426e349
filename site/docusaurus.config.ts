import type { Config } from "@docusaurus/types";
import { darkCode, lightCode } from "./code-themes.ts";
import { markdown } from "./markdown.ts";
import { searchIgnores } from "./search-ignores.ts";
import { operationSections } from "./src/remark/operation-sections.ts";

const repository = "https://github.com/sailkit/sailkit";

/** No analytics, no fonts and no scripts from elsewhere: a page asks no other host for anything. */
const config: Config = {
  title: "sailkit",
  tagline: "A TypeScript SDK for the beta API of SailPoint Identity Security Cloud",
  url: "https://sailkit.github.io",
  baseUrl: "/",
  favicon: "img/sail.svg",
  trailingSlash: false,
  // Its script changes the page before React has taken it over.
  baseUrlIssueBanner: false,
  onBrokenLinks: "throw",
  onBrokenAnchors: "throw",
  onDuplicateRoutes: "throw",
  markdown,
  future: { v4: true, faster: true },
  i18n: { defaultLocale: "en", locales: ["en"] },
  plugins: [
    [
      "@docusaurus/plugin-content-docs",
      { id: "default", path: "guides", routeBasePath: "/guides", sidebarPath: "./sidebars/guides.ts" },
    ],
    [
      "@docusaurus/plugin-content-docs",
      {
        id: "reference",
        path: "../packages/beta-client/docs",
        routeBasePath: "/",
        include: ["**/*.md"],
        sidebarPath: "./sidebars/reference.ts",
        // Text of a spec is text: three colons in it start nothing.
        admonitions: false,
        beforeDefaultRemarkPlugins: [operationSections],
      },
    ],
    [
      "@docusaurus/plugin-content-docs",
      {
        id: "api",
        path: ".generated/api",
        routeBasePath: "/api",
        sidebarPath: "./sidebars/api.ts",
        admonitions: false,
      },
    ],
    ["@docusaurus/plugin-content-pages", { id: "default", path: "src/pages" }],
    ["@docusaurus/plugin-content-pages", { id: "made", path: ".generated/pages" }],
  ],
  themes: [
    ["@docusaurus/theme-classic", { customCss: "./src/css/custom.css" }],
    [
      "@easyops-cn/docusaurus-search-local",
      {
        hashed: true,
        language: ["en"],
        docsDir: ["guides", "../packages/beta-client/docs", ".generated/api"],
        docsRouteBasePath: ["/guides", "/tools", "/api"],
        docsPluginIdForPreferredVersion: "default",
        indexBlog: false,
        indexPages: true,
        ignoreFiles: searchIgnores,
        highlightSearchTermsOnTargetPage: true,
        explicitSearchResultPath: true,
        searchBarShortcutHint: false,
      },
    ],
  ],
  themeConfig: {
    colorMode: { respectPrefersColorScheme: true },
    navbar: {
      title: "sailkit",
      logo: { alt: "", src: "img/sail.svg" },
      items: [
        { type: "docSidebar", sidebarId: "guides", label: "Guides", position: "left" },
        {
          type: "docSidebar",
          docsPluginId: "reference",
          sidebarId: "reference",
          label: "Reference",
          position: "left",
        },
        { type: "docSidebar", docsPluginId: "api", sidebarId: "api", label: "API", position: "left" },
        { to: "/explorer", label: "Explorer", position: "left" },
        { to: "/performance", label: "Performance", position: "left" },
        { to: "/comparison", label: "Comparison", position: "left" },
        { href: repository, label: "GitHub", position: "right" },
      ],
    },
    footer: { copyright: "MIT licensed. Not affiliated with SailPoint." },
    prism: { theme: lightCode, darkTheme: darkCode, additionalLanguages: ["bash", "json"] },
    docs: { sidebar: { autoCollapseCategories: true } },
  },
};

export default config;
