import { pascalCase } from "../../../naming/identifier.ts";
import type { JsonObject } from "../../../spec/json.ts";
import { yamlText } from "../../../text/yaml-text.ts";
import type { DocsSettings } from "../docs-settings.ts";

/**
 * The front matter of a page, each value YAML already.
 * @param page `title` as people read it, `name` in one word, `path` below the API's own: `methods/task-management`
 */
export function frontMatter(settings: DocsSettings, page: { title: string; name: string; path: string }): JsonObject {
  const prefixed = pascalCase(settings.api, "Api") + page.name;
  const names = [...new Set([page.name, prefixed])];
  const file = page.path.split("/").at(-1) ?? "";
  return {
    id: yamlText(`${settings.api}-${file || "index"}`),
    title: yamlText(page.title),
    className: yamlText("tssdk"),
    keywords: ["typescript", "TypeScript", "sdk", ...names].map(yamlText).join(", "),
    slug: yamlText(`/tools/sdk/typescript/${settings.api}/${page.path}`.replace(/\/$/, "")),
    tags: ["SDK", "Software Development Kit", ...names].map(yamlText).join(", "),
  };
}
