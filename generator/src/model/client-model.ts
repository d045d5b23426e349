import type { Json, JsonObject } from "../spec/json.ts";

/** Methods an operation can have, in the order they are printed. */
export const METHODS = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
export type Method = (typeof METHODS)[number];

/** How a body of some media type is written and read. */
export type MediaKind = "json" | "form" | "multipart" | "text" | "binary";

export interface MediaModel {
  /** The media type as the spec has it: `application/json; charset=utf-8`. */
  readonly type: string;
  readonly kind: MediaKind;
  readonly schema: JsonObject | undefined;
  /** Per property of a form or multipart body. */
  readonly encoding: JsonObject;
}

export interface ParameterModel {
  readonly name: string;
  readonly in: "query" | "path" | "header" | "cookie";
  readonly required: boolean;
  readonly description: string;
  readonly deprecated: boolean;
  readonly schema: JsonObject | undefined;
  /** What the API assumes where the parameter is left out. */
  readonly default: Json | undefined;
  /** Style of the runtime's `styles` codec, or undefined where the client's default is right. */
  readonly style: string | undefined;
  /** The parameter object of the spec. */
  readonly source: JsonObject;
}

export interface BodyModel {
  readonly required: boolean;
  readonly description: string;
  /** The first one is the default: JSON where there is one. */
  readonly media: readonly MediaModel[];
}

export interface ResponseModel {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly description: string;
  readonly media: readonly MediaModel[];
  /** Names as the spec has them. */
  readonly headers: readonly string[];
}

export interface FilterField {
  readonly name: string;
  readonly operators: readonly string[];
  /** JSON type of the value: `string`, `number`, `boolean`. */
  readonly type: string;
  readonly enum: readonly string[];
}

export interface PagingModel {
  readonly offset: true;
  /** Greatest limit, where the spec has one. */
  readonly limit: number | undefined;
  readonly count: boolean;
}

export interface SecurityModel {
  readonly scheme: string;
  readonly scopes: readonly string[];
}

export interface OperationModel {
  /** JSON pointer of the operation object. */
  readonly pointer: string;
  /** The operationId, or the derived one. */
  readonly id: string;
  /** Exported function. */
  readonly name: string;
  /** Exported types. */
  readonly initName: string;
  readonly resultName: string;
  readonly filtersName: string;
  readonly method: Method;
  /** The path as a key of the spec. */
  readonly path: string;
  /** The path on the wire: without fixed query and fragment. */
  readonly wirePath: string;
  readonly fixedQuery: string;
  /** Slugs of the modules it belongs to; it is defined in the first one. */
  readonly tags: readonly [string, ...string[]];
  readonly summary: string;
  readonly description: string;
  /** What to use instead; empty where the spec does not say; undefined where it is not deprecated. */
  readonly deprecated: string | undefined;
  readonly parameters: readonly ParameterModel[];
  readonly body: BodyModel | undefined;
  readonly responses: readonly ResponseModel[];
  /** Alternatives, each a list of schemes needed together; empty where none is needed. */
  readonly security: readonly (readonly SecurityModel[])[];
  readonly userLevels: readonly string[];
  readonly filters: readonly FilterField[] | undefined;
  readonly sorters: readonly string[] | undefined;
  readonly paging: PagingModel | undefined;
  /** URL of a server of the operation's own, variables filled with their defaults. */
  readonly server: string | undefined;
}

export interface TagModel {
  readonly slug: string;
  /** As the spec has it. */
  readonly name: string;
  readonly description: string;
}

export interface SchemaModel {
  /** Key in `components.schemas` of the prepared document. */
  readonly key: string;
  /** Exported type. */
  readonly name: string;
  readonly description: string;
  readonly deprecated: boolean;
  /** The schema of the prepared document. */
  readonly schema: JsonObject;
}

export interface EnumModel {
  /** Exported array of the known values: `taskStatusTypeValues`. */
  readonly name: string;
  /** Exported type: `TaskStatusType`. */
  readonly typeName: string;
  /** Where it stands: `TaskStatus.type`. */
  readonly place: string;
  readonly values: readonly (string | number | boolean)[];
  /** Whether values not listed are to be expected. */
  readonly open: boolean;
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string | undefined;
  readonly enum: readonly string[];
  readonly description: string;
}

export interface ServerModel {
  readonly url: string;
  readonly description: string;
  readonly variables: readonly ServerVariable[];
}

/** Everything the templates print, decided. */
export interface ClientModel {
  readonly title: string;
  readonly version: string;
  readonly description: string;
  readonly tags: readonly TagModel[];
  readonly operations: readonly OperationModel[];
  readonly schemas: readonly SchemaModel[];
  readonly enums: readonly EnumModel[];
  /** Servers with an absolute http(s) URL. */
  readonly servers: readonly ServerModel[];
}
