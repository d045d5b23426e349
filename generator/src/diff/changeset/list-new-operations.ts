import type { Change } from "../change.ts";
import { showName } from "./changelog-text.ts";
import type { PageLinker } from "./page-linker.ts";

/** Up to so many new operations are told one by one, with their requests. */
export const FEW_OPERATIONS = 10;

/** Many new operations as one item of a list: names alone, by the page of the reference that describes them. */
export function listNewOperations(added: readonly Change[], link: PageLinker | undefined): string {
  const pages = new Map<string, string[]>();
  for (const { operationId } of added) {
    const [page = ""] = link?.(operationId)?.split("#") ?? [];
    pages.set(page, [...(pages.get(page) ?? []), showName(operationId)]);
  }
  const items = [...pages].map(([page, names]) => {
    const [, slug = ""] = /([^/]+)\.md$/.exec(page) ?? [];
    return `  - ${slug === "" ? "" : `[${slug}](${page}): `}${names.join(", ")}`;
  });
  return `- ${added.length} operations are new:\n${items.join("\n")}`;
}
