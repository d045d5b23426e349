/** The packages that are released, the first before the second. */
export const CLIENT = "@sailkit/beta-client";
export const SDK = "@sailkit/beta-sdk";
