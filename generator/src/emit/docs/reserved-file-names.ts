/** Names without ending that a page cannot have: the index, and devices of Windows, which it finds in every folder. */
export const RESERVED_FILE_NAMES: readonly string[] = [
  "index",
  "readme",
  ..."con prn aux nul conin$ conout$".split(" "),
  ...Array.from({ length: 10 }, (_, number) => [`com${number}`, `lpt${number}`]).flat(),
];
