/** A field to order by; `-` in front turns the order round. */
export type Sorter<Fields> = Fields extends string ? Fields | `-${Fields}` : never;
