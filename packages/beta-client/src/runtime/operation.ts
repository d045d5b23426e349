/** The media types a body may have: the first one is sent unless the caller names another. */
type MediaTypes = string | readonly string[];

/**
 * How a parameter is serialized: the OpenAPI style, `*` behind it for `explode`, `+` for `allowReserved`; `json` for a
 * parameter whose content is `application/json`, `text` for one of any other media type.
 */
export type Style = string;

/** What a call needs to know of one operation. Small on purpose: it ends up in the bundle of whoever imports the operation. */
export interface Operation {
  /** The operationId of the spec, or the one derived where the spec has none. */
  readonly id: string;
  /** In upper case: `GET`. */
  readonly method: string;
  /** The path template: `/task-status/{id}`. */
  readonly path: string;
  /** Fixed query string that is part of the template, without `?`. */
  readonly query?: string;
  /** Media types of the request body; `application/json` where left out. */
  readonly body?: MediaTypes;
  /** Value of the `Accept` header; `application/json` where left out. */
  readonly accept?: string;
  /** Kinds of the 2xx answers, `json`, `text` and `blob`, where they are of several. */
  readonly answers?: readonly string[];
  /** Parameters that are not serialized the default way, by place and name. */
  readonly styles?: Readonly<Partial<Record<"query" | "path" | "header" | "cookie", Readonly<Record<string, Style>>>>>;
  /** Properties of a form or multipart body that are not encoded the default way: a style, or the media type of the part. */
  readonly encoding?: Readonly<Record<string, string>>;
  /** A server of the operation's own: used where the client was made with `server`, never where it was made with `baseUrl`. */
  readonly server?: string;
  /** Set on deprecated operations: what to use instead, or an empty string where the spec does not say. */
  readonly deprecated?: string;
  /** Set on operations that page by `offset` and `limit`: the greatest `limit`, and whether `count` is supported. */
  readonly paging?: { readonly limit?: number; readonly count?: boolean };
  /** Fields that `filters` accepts, and the operators of each. */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
  /** Fields that `sorters` accepts. */
  readonly sorters?: readonly string[];
}
