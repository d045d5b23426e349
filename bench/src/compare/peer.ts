import { CALLER, CLIENT, OPENAPI_FETCH, SDK, VENDOR } from "../clients/contenders.ts";
import { PAGINATOR } from "../paging/readers.ts";

/** A column of the comparison: one peer, by the name it has in each bench. */
export interface Peer {
  readonly title: string;
  readonly contender: string;
  /** Among the clients of the whole spec, where it has another name than among those of our own, or none. */
  readonly whole?: string;
  readonly reader?: string;
  /** Among programs that compilers and editors check. */
  readonly consumer?: string;
}

/** Those who are compared, ours first. */
export const peers: readonly Peer[] = [
  {
    title: "sailkit client",
    contender: CLIENT,
    whole: CLIENT,
    reader: "@sailkit/beta-client, a loop by hand",
    consumer: "sailkit, as published",
  },
  { title: "sailkit client, `createCaller`", contender: CALLER, whole: CALLER },
  { title: "sailkit sdk", contender: SDK, reader: "@sailkit/beta-sdk" },
  { title: "openapi-fetch", contender: OPENAPI_FETCH, consumer: "openapi-typescript" },
  { title: "hey-api", contender: "hey-api", whole: "hey-api", consumer: "hey-api" },
  {
    title: "typescript-fetch",
    contender: "openapi-generator typescript-fetch",
    whole: "openapi-generator typescript-fetch",
  },
  {
    title: "typescript-axios",
    contender: "openapi-generator typescript-axios",
    whole: "openapi-generator typescript-axios",
  },
  // It is a client of the whole API in any case.
  { title: "vendor's package", contender: VENDOR, reader: PAGINATOR, consumer: VENDOR },
];
