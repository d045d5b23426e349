import path from "node:path";

/** The root of the repository, absolute. */
export const repository: string = path.resolve(import.meta.dirname, "../../..");
