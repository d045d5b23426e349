import type { JsonObject } from "../../../spec/json.ts";
import { resolveObject } from "../../../spec/transforms/resolve-ref.ts";
import { componentSchemas } from "../../../spec/transforms/schemas/schema-usage.ts";
import { defaultServerUrl } from "../../../spec/transforms/servers.ts";
import { literal } from "../../../text/literal.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";
import { markdownCell } from "../../../text/markdown-cell.ts";
import { markdownLine } from "../../../text/markdown-line.ts";
import { markdownText } from "../../../text/markdown-text.ts";
import type { DocsSource } from "../docs-source.ts";
import { firstParagraph } from "../first-paragraph.ts";
import type { ModelPage } from "../model-pages.ts";
import { frontMatter } from "./front-matter.ts";
import { securityRows } from "./security-rows.ts";
import { tagName } from "./tag-page.ts";

/** What the three index pages print. Every text is Markdown, YAML or TypeScript already. */
export function indexContext(source: DocsSource, models: readonly ModelPage[]): JsonObject {
  const { client, settings, document } = source;
  const page = (name: string, path: string) => ({ frontMatter: frontMatter(settings, { title: name, name, path }) });
  return {
    readme: page("Reference", ""),
    methods: page("Methods", "methods"),
    models: page("Models", "models"),
    title: markdownLine(client.title),
    version: codeSpan(client.version) || false,
    description: markdownText(client.description) || false,
    source: codeSpan(settings.source),
    command: codeSpan(settings.command),
    package: codeSpan(settings.package),
    packageLiteral: literal(settings.package),
    sdkPackage: settings.sdk ? codeSpan(settings.sdk.package) : false,
    baseUrl: codeSpan(defaultServerUrl(document.servers) ?? "") || false,
    baseUrlLiteral: literal(defaultServerUrl(document.servers) ?? "https://api.example.com"),
    servers: client.servers.map((server) => ({
      url: codeSpan(server.url, { cell: true }),
      description: markdownCell(server.description),
      variables: server.variables.map(({ name }) => codeSpan(name, { cell: true })).join(", ") || "none",
    })),
    security: securityRows(document),
    tags: tagRows(source),
    modelRows: models.map(({ name, file, key }) => ({
      name: codeSpan(name, { cell: true }),
      href: `${file}.md`,
      brief: brief(resolveObject(document, componentSchemas(document)[key])),
    })),
    operationCount: String(client.operations.length),
    modelCount: String(models.length),
  };
}

/** The pages of the tags that have operations. */
function tagRows({ client, settings }: DocsSource): JsonObject[] {
  return client.tags
    .map((tag) => ({ tag, count: client.operations.filter(({ tags }) => tags.includes(tag.slug)).length }))
    .filter(({ count }) => count > 0)
    .map(({ tag, count }) => ({
      name: tagName(tag),
      href: `${tag.slug}.md`,
      module: codeSpan(`${settings.package}/${tag.slug}`, { cell: true }),
      count: String(count),
      brief: markdownCell(firstParagraph(tag.description)),
    }));
}

function brief(schema: JsonObject | undefined): string {
  return typeof schema?.description === "string" ? markdownCell(firstParagraph(schema.description)) : "";
}
