import type { MediaModel } from "../../model/client-model.ts";

/**
 * The media types of an answer without those that only write the same data in another notation: where JSON is offered, XML
 * or YAML of the very same schema is not asked for, and does not widen the type of the data to text.
 */
export function withoutNotations(media: readonly MediaModel[]): MediaModel[] {
  const [first, ...others] = media;
  if (first?.kind !== "json" || first.schema === undefined || first.schema.format === "binary") return [...media];
  const schema = JSON.stringify(first.schema);
  return [first, ...others.filter((other) => other.schema === undefined || JSON.stringify(other.schema) !== schema)];
}
