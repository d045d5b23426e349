import type { LoadedDocument } from "./place.ts";

/** The `file` of a finding about a document: left out for the spec itself. */
export function fileOf({ label }: LoadedDocument): { file?: string } {
  return label === "" ? {} : { file: label };
}
