import type { TemplateFile } from "../../java/template-file.ts";

/** What the template of each model page, and that of each example, prints into, one after another. */
export const MODELS_STREAM = "docs/models.stream";
export const EXAMPLES_STREAM = "docs/examples.stream";

/** The files that templates make where docs are asked for. Adding a page to the docs is adding an entry. */
export const DOCS_FILES: readonly TemplateFile[] = [
  { template: "docs/method-page.mustache", type: "api", destination: "docs/methods/{tag}.md" },
  { template: "docs/readme.mustache", type: "supporting", destination: "docs/README.md" },
  { template: "docs/methods-index.mustache", type: "supporting", destination: "docs/methods/index.md" },
  { template: "docs/models-index.mustache", type: "supporting", destination: "docs/models/index.md" },
  { template: "docs/models.mustache", type: "supporting", destination: MODELS_STREAM },
  { template: "docs/examples.mustache", type: "supporting", destination: EXAMPLES_STREAM },
];
