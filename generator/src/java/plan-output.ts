import path from "node:path";
import type { TemplateFile } from "./template-file.ts";

/** One file that a run makes. */
export interface PlannedFile {
  /** Its name in the tool's own output folder. */
  readonly staged: string;
  /** Where it belongs, below the output folder, with forward slashes. */
  readonly destination: string;
}

/** What to tell the tool, and what it will make of it. */
export interface OutputPlan {
  /** The `files` section of the tool's configuration. */
  readonly config: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Names of the supporting files; all others are the tool's own and stay unwritten. */
  readonly supporting: readonly string[];
  /** Every file to expect. */
  readonly outputs: readonly PlannedFile[];
}

/** Keeps every destination a plain name on every file system. */
const TAG = /^[a-z0-9][a-z0-9-]{0,99}$/;

/**
 * Lays out the files of a run. The tool writes them side by side under names of our choosing, so that neither its
 * naming rules nor its stock files interfere.
 *
 * @param files each template at most once
 * @param tags the tool's name → the given name, of each tag that has operations
 * @throws Error where two files would land in one place, one outside the output folder, or a tag is no safe slug
 */
export function planOutput(files: readonly TemplateFile[], tags: ReadonlyMap<string, string>): OutputPlan {
  const config: Record<string, Record<string, string>> = {};
  const supporting: string[] = [];
  const outputs: PlannedFile[] = [];
  for (const [index, file] of files.entries()) {
    if (config[file.template]) throw new Error(`The template ${file.template} is listed twice.`);
    if (file.type === "api") {
      const suffix = `.s${index}`;
      config[file.template] = { templateType: "API", destinationFilename: suffix };
      outputs.push(...perTag(file, suffix, tags));
    } else {
      const staged = `s${index}.sailkit`;
      config[file.template] = { templateType: "SupportingFiles", destinationFilename: staged };
      supporting.push(staged);
      outputs.push({ staged, destination: file.destination });
    }
  }
  refuseClashes(outputs);
  return { config, supporting, outputs };
}

function perTag(file: TemplateFile, suffix: string, tags: ReadonlyMap<string, string>): PlannedFile[] {
  if (!file.destination.includes("{tag}")) {
    throw new Error(
      `The destination ${file.destination} of ${file.template} needs {tag}, since it is rendered per tag.`,
    );
  }
  return [...tags].map(([id, tag]) => {
    if (!TAG.test(tag)) throw new Error(`The tag ${JSON.stringify(tag)} cannot be part of a file name.`);
    // The tool's rule for API files: the tag in dashes, "-api", the suffix.
    return { staged: `${id}-api${suffix}`, destination: file.destination.replaceAll("{tag}", tag) };
  });
}

function refuseClashes(outputs: readonly PlannedFile[]): void {
  const taken = new Set<string>();
  for (const { destination } of outputs) {
    const normal = path.posix.normalize(destination);
    if (path.posix.isAbsolute(normal) || normal.startsWith("..") || destination.includes("\\")) {
      throw new Error(`The destination ${destination} leaves the output folder.`);
    }
    const key = normal.toLowerCase();
    if (taken.has(key)) throw new Error(`Two templates or tags make the same file, ${destination}.`);
    taken.add(key);
  }
}
