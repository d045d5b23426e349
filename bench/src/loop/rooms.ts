/** A line that is changed in a room of the repository: no output changes, but whatever reads the file is checked again. */
export interface Room {
  readonly name: string;
  /** From the root. */
  readonly file: string;
  /** Changes one line, or adds one. */
  readonly change: (text: string) => string;
  /** Whether `pnpm generate` belongs to it, since the file is an input of generated code. */
  readonly generates: boolean;
}

const comment = (text: string) => `// A line that was not there before.\n${text}`;

export const ROOMS: readonly Room[] = [
  {
    name: "spec",
    file: "spec/openapi.beta.yaml",
    change: (text) => `# A line that was not there before.\n${text}`,
    generates: true,
  },
  {
    name: "template",
    file: "templates/client/banner.mustache",
    change: (text) => text.replace("Prints the banner", "Prints the first line, the banner,"),
    generates: true,
  },
  { name: "generator", file: "generator/src/naming/codec-names.ts", change: comment, generates: true },
  { name: "client runtime", file: "packages/beta-client/src/runtime/read-answer.ts", change: comment, generates: true },
  { name: "sdk", file: "packages/beta-sdk/src/retry/backoff.ts", change: comment, generates: false },
  {
    name: "docs: a guide",
    file: "site/guides/quick-start.md",
    change: (text) => `${text}\nA line that was not there before.\n`,
    generates: false,
  },
  {
    name: "docs: a page beside the code",
    file: "docs/releasing.md",
    change: (text) => `${text}\nA line that was not there before.\n`,
    generates: false,
  },
];
