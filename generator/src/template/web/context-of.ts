import { selectContext, type TemplateContext } from "../context/select-context.ts";
import type { PreviewSession } from "../preview/preview-session.ts";

/**
 * The data that the page shows as a tree: of one operation, of one model, or what every template sees.
 * @throws Error where there is no such operation or model
 */
export function contextOf({ data }: PreviewSession, asked: URLSearchParams): Pick<TemplateContext, "title" | "values"> {
  const operation = asked.get("operation") ?? undefined;
  const model = asked.get("model") ?? undefined;
  const { title, values } = selectContext(data, {
    operation,
    model,
    supporting: operation === undefined && model === undefined,
  });
  return { title, values };
}
