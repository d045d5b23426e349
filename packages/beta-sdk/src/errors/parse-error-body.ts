import type { ErrorMessageDto } from "@sailkit/beta-client";

/** What an error body says. */
export interface ErrorBody {
  readonly detailCode: string | undefined;
  readonly trackingId: string | undefined;
  readonly messages: readonly ErrorMessageDto[];
  readonly causes: readonly ErrorMessageDto[];
  /** The one text that says most to a person; empty where there is none. */
  readonly text: string;
}

const longest = 500;

/**
 * Reads any of the shapes in which the API, its gateway and its token endpoint report errors:
 * `{detailCode, trackingId, messages, causes}`, `{error: "JWT validation failed"}`, `{error: "invalid_client",
 * error_description}`, `{message}`, plain text. Of an HTML page only its title is of use.
 */
export function parseErrorBody(body: unknown): ErrorBody {
  const fields = (typeof body === "object" && body !== null ? body : {}) as Record<string, unknown>;
  const messages = texts(fields.messages);
  const causes = texts(fields.causes);
  const said = [messages, causes].flatMap((list) => english(list) ?? []);
  const oauth = [fields.error, fields.error_description, fields.message, fields.formatted_msg].filter(isText);
  const plain = isText(body) ? (/<title[^>]*>([^<]*)/i.exec(body)?.[1] ?? (body.includes("<") ? "" : body)) : "";
  return {
    detailCode: isText(fields.detailCode) ? fields.detailCode : undefined,
    trackingId: isText(fields.trackingId) ? fields.trackingId : undefined,
    messages,
    causes,
    text: [...new Set(said.length > 0 ? said : [...oauth, plain])]
      .map((part) => part.replace(/^\s+|[\s.]+$/g, ""))
      .filter(Boolean)
      .join(": ")
      .slice(0, longest),
  };
}

const isText = (value: unknown): value is string => typeof value === "string";

function texts(list: unknown): ErrorMessageDto[] {
  if (!Array.isArray(list)) return [];
  return list.filter((entry): entry is ErrorMessageDto => isText(entry?.text));
}

/** Messages come once a language; the text for logs is the English one, else the first. */
function english(list: readonly ErrorMessageDto[]): string | undefined {
  return (list.find(({ locale }) => locale?.startsWith("en")) ?? list[0])?.text;
}
