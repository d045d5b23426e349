import type { JsonObject } from "../../../src/spec/json.ts";

/** A parameter as the spec states it, references resolved. */
export interface SpecParameter {
  readonly name: string;
  readonly in: "query" | "path" | "header" | "cookie";
  readonly required: boolean;
  readonly source: JsonObject;
}

/** A media type of a body. */
export interface SpecMedia {
  readonly type: string;
  readonly source: JsonObject;
}

/** A response with a body, or without. */
export interface SpecResponse {
  readonly status: string;
  readonly media: readonly SpecMedia[];
}

/** One operation as the spec states it, read without any help of the generator's transforms. */
export interface SpecOperation {
  readonly pointer: string;
  readonly path: string;
  readonly method: string;
  readonly parameters: readonly SpecParameter[];
  readonly bodyRequired: boolean;
  readonly body: readonly SpecMedia[];
  readonly responses: readonly SpecResponse[];
  /** The server objects nearest to it: its own, those of its path, or those of the spec. */
  readonly servers: readonly JsonObject[];
  /** Whether these are not those of the spec. */
  readonly ownServers: boolean;
}
