import { readFileSync } from "node:fs";

const record = new URL("../spec/source.json", import.meta.url);

/**
 * Whether `spec/openapi.beta.yaml` is the text of this repository, held to the rules that people here write by, and not an
 * edition of the vendor's that `sailkit pull` has put in its place.
 */
export const isOwnText: boolean = !("pulled" in (JSON.parse(readFileSync(record, "utf8")) as object));
