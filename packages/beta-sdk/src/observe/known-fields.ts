/** The fields that are not undefined: what is not known does not appear in errors and log lines at all. */
export function knownFields<Fields extends object>(fields: Fields): Fields & Known<Fields> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields &
    Known<Fields>;
}

type Known<Fields> = { [Name in keyof Fields]: Exclude<Fields[Name], undefined> };
