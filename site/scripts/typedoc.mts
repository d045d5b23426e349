import path from "node:path";
import { Application, type Comment, Converter, OptionDefaults, ReflectionKind } from "typedoc";

/** Writes the pages of everything that both published packages export. Warnings are errors. */
const root = path.dirname(import.meta.dirname);
const DESCRIPTION = "@description";
const packages = ["beta-client", "beta-sdk"];

const settings = {
  plugin: ["typedoc-plugin-markdown"],
  entryPoints: packages.map((name) => path.join(root, "..", "packages", name, "src", "index.ts")),
  tsconfig: path.join(root, "tsconfig.typedoc.json"),
  out: path.join(root, ".generated", "api"),
  name: "API",
  readme: "none",
  githubPages: false,
  disableSources: true,
  disableGit: true,
  excludePrivate: true,
  excludeInternal: true,
  treatWarningsAsErrors: true,
  logLevel: "Warn",
  // Types made from the spec say what they are behind this tag.
  blockTags: [...OptionDefaults.blockTags, DESCRIPTION],
  entryFileName: "index",
  hidePageHeader: true,
  hideBreadcrumbs: true,
  hideGenerator: true,
  sanitizeComments: true,
  useCodeBlocks: true,
  parametersFormat: "table",
  interfacePropertiesFormat: "list",
};
const app = await Application.bootstrapWithPlugins(settings as object);

// A module is named after its package, not after its folder.
app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
  if (reflection.kind === ReflectionKind.Module) reflection.name = reflection.name.replace(/\/src$/, "");
});

app.converter.on(Converter.EVENT_RESOLVE_BEGIN, (context) => {
  for (const { comment } of Object.values(context.project.reflections)) if (comment) describe(comment);
});

const project = await app.convert();
if (project) await app.generateOutputs(project);
if (!project || app.logger.hasErrors() || app.logger.hasWarnings()) process.exitCode = 1;

/** Puts what stands behind the tag where descriptions stand. */
function describe(comment: Comment): void {
  comment.summary.push(...comment.blockTags.filter(({ tag }) => tag === DESCRIPTION).flatMap(({ content }) => content));
  comment.removeTags(DESCRIPTION);
}
