import type { SidebarsConfig } from "@docusaurus/plugin-content-docs";

const sidebars: SidebarsConfig = {
  guides: [
    "quick-start",
    "authentication",
    "listing-and-filtering",
    "errors-and-retries",
    "testing-your-code",
    "browser-and-edge",
    { type: "category", label: "Making the SDK", items: ["regenerating", "tweaking-templates"] },
    { type: "category", label: "Moving", items: ["coming-from-the-vendors-sdk", "moving-off-beta"] },
  ],
};

export default sidebars;
