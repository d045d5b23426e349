import type { TemplateFile } from "../java/template-file.ts";

/** The generated files that templates make, below `src/generated`. Adding a file to the output is adding an entry. */
export const CLIENT_FILES: readonly TemplateFile[] = [
  { template: "client/operations.mustache", type: "api", destination: "operations/{tag}.ts" },
  { template: "client/enums.mustache", type: "supporting", destination: "enums.ts" },
  { template: "client/index.mustache", type: "supporting", destination: "index.ts" },
  { template: "client/manifest.mustache", type: "supporting", destination: "manifest.ts" },
  { template: "client/models.mustache", type: "supporting", destination: "models.ts" },
  { template: "client/servers.mustache", type: "supporting", destination: "servers.ts" },
  { template: "client/readme.mustache", type: "supporting", destination: "README.md" },
];
