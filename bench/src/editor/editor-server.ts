/** A place in a file, counted from zero. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** A language server with one file open, whatever protocol it speaks. */
export interface EditorServer {
  /**
   * Opens the file.
   * @returns how many errors it has, once the server has looked for all
   */
  open(): Promise<number>;
  /** Names that are proposed at a position. */
  complete(position: Position): Promise<readonly string[]>;
  /** What is shown over a position. */
  hover(position: Position): Promise<string>;
  /** Ends it, and gives the megabytes it had at most; undefined where the system does not tell. */
  close(): number | undefined;
}
