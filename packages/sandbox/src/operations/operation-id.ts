import type { OperationName } from "@sailkit/beta-client/manifest";

/** What a tenant can be asked: the operations of the API, and the two of the token service. */
export type OperationId = OperationName | "createToken" | "getOauthInfo";
