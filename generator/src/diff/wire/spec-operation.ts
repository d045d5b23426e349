import type { OperationModel } from "../../model/client-model.ts";
import type { JsonObject } from "../../spec/json.ts";
import type { Part } from "./schema/schema-view.ts";

/** A parameter, wherever it is declared. */
export interface SpecParameter {
  readonly name: string;
  readonly in: "query" | "path" | "header" | "cookie";
  /** What it is matched by: places in the path by their position, headers whatever their case. */
  readonly key: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly deprecated: boolean;
  /** How values are written: `form*`, `json`. */
  readonly style: string;
  readonly schema: readonly Part[];
  readonly source: JsonObject;
}

/** One media type of a body. */
export interface SpecMedia {
  /** As the spec has it. */
  readonly type: string;
  /** In lower case, without parameters. */
  readonly essence: string;
  readonly pointer: string;
  readonly schema: readonly Part[];
  readonly encoding: JsonObject;
}

interface SpecBody {
  readonly pointer: string;
  readonly required: boolean;
  readonly media: readonly SpecMedia[];
  readonly source: JsonObject;
}

export interface SpecHeader {
  readonly name: string;
  readonly pointer: string;
  readonly required: boolean;
  readonly schema: readonly Part[];
  readonly source: JsonObject;
}

export interface SpecResponse {
  /** `200`, `4XX`, `default`. */
  readonly status: string;
  readonly pointer: string;
  readonly media: readonly SpecMedia[];
  readonly headers: readonly SpecHeader[];
  readonly source: JsonObject;
}

/** One operation with everything it refers to, and where each thing stands. */
export interface SpecOperation {
  readonly model: OperationModel;
  /** Method and path, with the places in it numbered: `get /tasks/{0}`. */
  readonly address: string;
  /** The operationId, where the spec states one. */
  readonly statedId: string | undefined;
  readonly source: JsonObject;
  readonly parameters: readonly SpecParameter[];
  readonly body: SpecBody | undefined;
  readonly responses: readonly SpecResponse[];
}
