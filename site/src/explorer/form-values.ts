/** What a person has filled in. */
export interface FormValues {
  /** By name of the field; empty: left out. */
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
}
