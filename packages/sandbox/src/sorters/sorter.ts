/** One field to order by. */
export interface Sorter {
  readonly field: string;
  readonly descending: boolean;
}
