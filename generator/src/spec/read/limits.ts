/** Bounds on what is read, far above any real spec and far below what a machine notices. */
export const limits = {
  /** Bytes of a document after decompression. */
  maxBytes: 100 * 1024 * 1024,
  /** Characters of a YAML document; its parser needs about a second and 100 MB for each 3 million. */
  maxYamlCharacters: 24_000_000,
  /** Values that the aliases and merge keys of one YAML document may expand to. */
  maxAliasExpansion: 250_000,
  /** Levels of nesting. The deepest public spec known has 60. */
  maxDepth: 500,
  /** Values of one document. */
  maxNodes: 10_000_000,
} as const;
