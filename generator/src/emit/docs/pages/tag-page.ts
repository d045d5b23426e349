import type { OperationModel, TagModel } from "../../../model/client-model.ts";
import { pascalCase } from "../../../naming/identifier.ts";
import type { JsonObject } from "../../../spec/json.ts";
import { defaultServerUrl } from "../../../spec/transforms/servers.ts";
import { codeSpan } from "../../../text/markdown/code-span.ts";
import { markdownText } from "../../../text/markdown-text.ts";
import type { DocsSource } from "../docs-source.ts";
import { frontMatter } from "./front-matter.ts";

/** What the page of a tag prints above its operations. Every text is Markdown or YAML already. */
export function tagPage(
  source: DocsSource,
  tag: TagModel,
  contexts: ReadonlyMap<OperationModel, JsonObject>,
): JsonObject {
  const name = tagName(tag);
  const members = source.client.operations.filter(({ tags }) => tags.includes(tag.slug));
  const row = ({ anchor, function: called, method, path, brief }: JsonObject): JsonObject => ({
    anchor,
    function: called,
    method,
    path,
    brief,
  });
  return {
    frontMatter: frontMatter(source.settings, { title: name, name, path: `methods/${tag.slug}` }),
    name,
    description: markdownText(tag.description) || false,
    baseUrl: codeSpan(defaultServerUrl(source.document.servers) ?? "") || false,
    module: codeSpan(`${source.settings.package}/${tag.slug}`),
    rows: members.map((operation) => row(contexts.get(operation) ?? {})),
  };
}

/** `Task Management` → `TaskManagement`. */
export function tagName({ name, slug }: TagModel): string {
  return pascalCase(name, "") || pascalCase(slug, "Tag");
}
