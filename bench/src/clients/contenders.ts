/** Names of contenders that others are measured against. */
export const BARE = "bare fetch";
export const OPENAPI_FETCH = "openapi-fetch";
export const CLIENT = "@sailkit/beta-client";
export const CALLER = "@sailkit/beta-client, createCaller";
export const SDK = "@sailkit/beta-sdk: token, retry, limiter";
export const VENDOR = "sailpoint-api-client";

/** A client that is there as source; what peers generate comes beside it. */
export interface WrittenContender {
  readonly name: string;
  /** Name of its module in `modules/`. */
  readonly module: string;
  readonly packages: readonly string[];
  /** Whether it is another one for another spec. */
  readonly isGenerated?: boolean;
}

/** Those whose modules are there as source, in the order of the tables. */
export const written: readonly WrittenContender[] = [
  { name: BARE, module: "bare-fetch", packages: [] },
  { name: OPENAPI_FETCH, module: "openapi-fetch", packages: ["openapi-fetch"] },
  { name: CLIENT, module: "beta-client", packages: ["@sailkit/beta-client"], isGenerated: true },
  { name: CALLER, module: "create-caller", packages: ["@sailkit/beta-client"], isGenerated: true },
  { name: SDK, module: "beta-sdk", packages: ["@sailkit/beta-sdk"] },
  { name: "axios", module: "axios", packages: ["axios"] },
  { name: VENDOR, module: "vendor", packages: ["sailpoint-api-client"] },
];
