/** A field of the collection grammar: what `filters` may do with it. */
export interface FilterManifest {
  /** Operators such as `eq` and `in`. */
  readonly operators: readonly string[];
  /** JSON type of the value. */
  readonly type: string;
  /** Values allowed, where the spec lists them. */
  readonly enum?: readonly string[];
}

/** What the spec says of one operation. */
export interface OperationManifest {
  /** The operationId, or the one derived where the spec has none. */
  readonly id: string;
  /** In upper case. */
  readonly method: string;
  /** The path template. */
  readonly path: string;
  /** Slug of the module the function is defined in. */
  readonly tag: string;
  /** One line on what it does, where the spec has one. */
  readonly summary?: string;
  /** Set where the operation is deprecated: what to use instead, or an empty string. */
  readonly deprecated?: string;
  /** Whether sending it twice has the effect of sending it once (RFC 9110). */
  readonly idempotent: boolean;
  /** Alternatives; of each, all schemes are needed, with their scopes. Empty: none is needed. */
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** User levels that may call it, where the spec lists them. */
  readonly userLevels?: readonly string[];
  /** Its own and those of its path item. */
  readonly parameters: readonly {
    readonly name: string;
    readonly in: "query" | "path" | "header" | "cookie";
    readonly required?: boolean;
    /** What the API assumes where the parameter is left out. */
    readonly default?: unknown;
  }[];
  /** Media types of the request body, the default one first. */
  readonly requestMedia?: readonly string[];
  /** Media types of the answers, by status. */
  readonly responseMedia: Readonly<Record<string, readonly string[]>>;
  /** Set where `offset` and `limit` page through a collection. */
  readonly paging?: { readonly limit?: number; readonly count?: boolean };
  /** Fields that `filters` accepts. */
  readonly filters?: Readonly<Record<string, FilterManifest>>;
  /** Fields that `sorters` accepts. */
  readonly sorters?: readonly string[];
}
