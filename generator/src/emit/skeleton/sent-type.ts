import type { MediaModel } from "../../model/client-model.ts";

/** A media type as a header can have it: a range that is read and written as JSON stands for JSON. */
export function sentType({ type, kind }: MediaModel): string {
  return kind === "json" && type.includes("*") ? "application/json" : type;
}
