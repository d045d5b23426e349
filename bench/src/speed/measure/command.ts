/** A program, as an absolute path, and its arguments. */
export type Command = readonly [program: string, ...args: string[]];
