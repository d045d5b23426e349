import type { Json, JsonObject } from "../../src/spec/json.ts";

/** What one piece of hostile text is planted into: its own path, operations and schema in a document that may hold others. */
export interface Soil {
  readonly is31: boolean;
  /** Unique in the document. */
  readonly n: number;
  readonly document: JsonObject;
  readonly info: JsonObject;
  readonly tag: JsonObject;
  readonly servers: Json[];
  readonly schemas: JsonObject;
  readonly securitySchemes: JsonObject;
  readonly pathItem: JsonObject;
  readonly get: JsonObject;
  readonly put: JsonObject;
  readonly post: JsonObject;
  readonly patch: JsonObject;
  /** Parameters of `post` and of `get`. */
  readonly parameters: Json[];
  readonly getParameters: Json[];
  /** The body of `post`, and its only media type. */
  readonly requestBody: JsonObject;
  readonly json: JsonObject;
  /** The 200 answer of `post`. */
  readonly answer: JsonObject;
  /** An object schema with `properties`, sent and answered by `post`. */
  readonly schema: JsonObject;
  /** May be changed: decide where path item and schema come to stand. */
  path: string;
  schemaName: string;
}
