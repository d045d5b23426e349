import type { Commented } from "./commented.ts";
import type { SourceCode } from "./source-code.ts";

/** A value of an example: JSON, with expressions in it. */
export type ExampleValue =
  | null
  | boolean
  | number
  | string
  | SourceCode
  | Commented<ExampleValue>
  | ExampleValue[]
  | ExampleObject;

/** Own keys only, `__proto__` included. */
export interface ExampleObject {
  [key: string]: ExampleValue | undefined;
}
