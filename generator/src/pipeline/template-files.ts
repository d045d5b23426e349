import { GENERATED, type Target } from "../config/target.ts";
import { CLIENT_FILES } from "../emit/client-files.ts";
import { DOCS_FILES } from "../emit/docs/docs-files.ts";
import type { TemplateFile } from "../java/template-file.ts";

/** Every file of a target that a template makes, relative to its root. */
export function templateFiles(target: Pick<Target, "docs">): TemplateFile[] {
  const client = CLIENT_FILES.map((file) => ({ ...file, destination: `${GENERATED}/${file.destination}` }));
  return target.docs ? [...client, ...DOCS_FILES] : client;
}
