import { readFileSync } from "node:fs";

const record = new URL("../../../../spec/source.json", import.meta.url);

/**
 * Whether the spec is the text of this repository, which the sandbox is held against, and not an edition of the vendor's that
 * `sailkit pull` has put in its place: that one lists hundreds of operations that the sandbox never had, and refers to files
 * that do not exist.
 */
export const isOwnSpec: boolean = !("pulled" in (JSON.parse(readFileSync(record, "utf8")) as object));
