/** A name as a segment of a JSON Pointer (RFC 6901): `~` becomes `~0`, `/` becomes `~1`. */
export type Segment<Name extends string> = Slashes<Tildes<Name>>;
type Tildes<Text extends string> = Text extends `${infer Start}~${infer Rest}` ? `${Start}~0${Tildes<Rest>}` : Text;
type Slashes<Text extends string> = Text extends `${infer Start}/${infer Rest}` ? `${Start}~1${Slashes<Rest>}` : Text;

/** Every place in a value, as JSON Pointers; below six levels nothing is offered. */
export type Pointer<Value, Depth extends readonly unknown[] = [1, 2, 3, 4, 5, 6]> = Depth extends readonly [
  unknown,
  ...infer Less,
]
  ? unknown extends Value
    ? `/${string}`
    : Below<NonNullable<Value>, Less>
  : never;

type Below<Value, Depth extends readonly unknown[]> = Value extends readonly (infer Entry)[]
  ? "/-" | `/${number}` | `/${number}${Pointer<Entry, Depth>}`
  : Value extends object
    ? {
        [Name in keyof Value & string]: string extends Name
          ? `/${string}`
          : `/${Segment<Name>}` | `/${Segment<Name>}${Pointer<Value[Name], Depth>}`;
      }[keyof Value & string]
    : never;

/** What stands at a place in a value. */
export type ValueAt<Value, Path extends string> = Path extends `/${infer Head}/${infer Rest}`
  ? ValueAt<Step<Value, Head>, `/${Rest}`>
  : Path extends `/${infer Last}`
    ? Step<Value, Last>
    : never;

type Step<Value, Name extends string> = unknown extends Value ? unknown : Into<NonNullable<Value>, Name>;

type Into<Value, Name extends string> = Value extends readonly (infer Entry)[]
  ? Entry
  : {
      [Key in keyof Value & string]: string extends Key ? Value[Key] : Segment<Key> extends Name ? Value[Key] : never;
    }[keyof Value & string];

/** A value to be written: dates stand for their ISO text, wherever any text may stand. */
export type Writable<Value> = Value | (string extends Value ? Date : never);

/** The pointer through these segments. */
export type Joined<Segments extends readonly (string | number)[]> = Segments extends readonly [
  infer First extends string | number,
  ...infer Rest extends readonly (string | number)[],
]
  ? `/${Segment<`${First}`>}${Joined<Rest>}`
  : Segments extends readonly []
    ? ""
    : string;
