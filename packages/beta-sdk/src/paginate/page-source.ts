/** A page as the server answered it. */
export interface RawPage<Item> {
  readonly items: readonly Item[];
  readonly total: number | undefined;
}

/** What is asked of the server for one page. */
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
  readonly count: boolean;
}

/** Fetches pages. */
export type PageSource<Item> = (request: PageRequest) => Promise<RawPage<Item>>;
