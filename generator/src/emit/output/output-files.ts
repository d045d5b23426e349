/**
 * An output tree in memory: path relative to the output root, with forward slashes, to the file's whole text.
 * Everything is collected here and checked before any of it reaches the disk.
 */
export type OutputFiles = ReadonlyMap<string, string>;
