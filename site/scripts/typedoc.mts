import path from "node:path";
import { Application, type Comment, Converter, OptionDefaults, ReflectionKind } from "typedoc";

/** Writes the pages of everything that both published packages export. Warnings are errors. */
const root = path.dirname(import.meta.dirname);
const DESCRIPTION = "@description";
/** What people import, by the name it is shown under. */
const modules: Readonly<Record<string, string>> = {
  "beta-client": "beta-client/src/index.ts",
  "beta-client/manifest": "beta-client/src/generated/manifest.ts",
  "beta-sdk": "beta-sdk/src/index.ts",
};

const settings = {
  plugin: ["typedoc-plugin-markdown"],
  entryPoints: Object.values(modules).map((file) => path.join(root, "..", "packages", file)),
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

// A module is named after what people import, not after its file.
app.converter.on(Converter.EVENT_CREATE_DECLARATION, (_, reflection) => {
  if (reflection.kind !== ReflectionKind.Module) return;
  const file = `${reflection.name}.ts`;
  const known = Object.entries(modules).find(
    ([, source]) => source === file || source === `${reflection.name}/index.ts`,
  );
  reflection.name = known?.[0] ?? reflection.name;
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
