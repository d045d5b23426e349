import type { Soil } from "../soil.ts";

/**
 * A place of a spec that text can be put into. What each kind takes: `text` anything; `data` (names of properties, values) no
 * marks that reorder text; `value` (data that goes into a URL or form) no halves of characters besides; `name` no control
 * characters besides; `segment` (of a path) no dots alone besides; `token` what a header name can be.
 */
export interface Position {
  readonly name: string;
  readonly kind: "text" | "data" | "value" | "name" | "token" | "segment";
  readonly plant: (soil: Soil, text: string) => void;
}
