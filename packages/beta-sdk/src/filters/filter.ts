/** Fields of an operation, with their operators and the type of their values: the phantom `~filters` of its `Init`. */
export type FilterFields = { readonly [Field: string]: { operators: string; value: unknown } };

/** What an operator is compared with. */
type Operand<Operator, Value> = Operator extends "pr" | "isnull"
  ? true
  : Operator extends "in" | "ca"
    ? readonly Literal<Value>[]
    : Literal<Value>;

/** Dates stand for their ISO text, wherever any text may stand. */
type Literal<Value> = string extends Value ? Value | Date : Value;

/** One field's part of a filter: an object of operators, all of which must hold, or a value, which is short for `eq`. */
export type FieldFilter<Field> = Field extends { operators: infer Operators; value: infer Value }
  ?
      | ("eq" extends Operators ? Literal<Value> : never)
      | { readonly [Operator in Operators & string]?: Operand<Operator, Value> }
  : never;

/**
 * A filter as an object: all its fields must hold. `and`, `or` and `not` combine filters.
 *
 * @example
 * { completionStatus: { in: ["ERROR", "TEMPERROR"] }, or: [{ type: "QUARTZ" }, { sourceId: id }], not: { id: other } }
 */
export type FilterObject<Fields> = { readonly [Field in keyof Fields]?: FieldFilter<Fields[Field]> } & {
  /** All of these must hold; none at all holds always. */
  readonly and?: readonly Filter<Fields>[];
  /** One of these must hold; none at all holds never. */
  readonly or?: readonly Filter<Fields>[];
  /** This must not hold. */
  readonly not?: Filter<Fields>;
};

/** A filter: an object checked against the operation, or an expression in the API's own language, sent as it is. */
export type Filter<Fields> = FilterObject<Fields> | string;
