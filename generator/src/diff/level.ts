/** How much a change asks of those who use the package, least first. */
export const LEVELS = ["none", "patch", "minor", "major"] as const;

/**
 * `major`: some consumer's code or calls stop working. `minor`: there is more to use. `patch`: the same API, described better.
 * `none`: nothing a consumer could notice.
 */
export type Level = (typeof LEVELS)[number];
