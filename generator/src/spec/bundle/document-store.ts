import { realpath } from "node:fs/promises";
import { relative, sep } from "node:path";
import type { Finding } from "../finding.ts";
import { fetchDocument } from "../read/fetch-document.ts";
import { readDocument } from "../read/read-document.ts";
import { SpecRefusal } from "../spec-refusal.ts";
import { type Boundary, isInside } from "./locate-document.ts";
import type { LoadedDocument } from "./place.ts";

const maxDocuments = 10_000;

/** Why a document could not be had: `missing` may be harmless where nothing depends on it, `unsafe` never is. */
export type LoadFailure = { readonly missing: string } | { readonly unsafe: string };

/** Loads each document of a bundle once, and none from outside the boundary, whatever symbolic links say. */
export class DocumentStore {
  /** SHA-256 of each file besides the spec itself, in the order of loading. */
  readonly files: { file: string; sha256: string }[] = [];
  readonly findings: Finding[] = [];
  readonly #boundary: Boundary;
  readonly #loaded = new Map<string, LoadedDocument | LoadFailure>();

  constructor(root: LoadedDocument, boundary: Boundary) {
    this.#boundary = boundary;
    this.#loaded.set(root.id, root);
  }

  /**
   * @param id an absolute path or URL that `locateDocument` has allowed.
   * @throws SpecRefusal when the document is there and allowed, but cannot be read or parsed.
   */
  async load(id: string): Promise<LoadedDocument | LoadFailure> {
    const known = this.#loaded.get(id);
    if (known !== undefined) return known;
    if (this.#loaded.size >= maxDocuments) {
      throw new SpecRefusal([
        {
          severity: "error",
          rule: "too-large",
          pointer: "",
          message: `The spec is spread over more than ${maxDocuments} files.`,
          hint: "Bundle it into one file first.",
        },
      ]);
    }
    const document = /^https?:/i.test(id) ? await this.#fetch(id) : await this.#read(id);
    this.#loaded.set(id, document);
    return document;
  }

  async #fetch(url: string): Promise<LoadedDocument> {
    return this.#keep(url, url, await fetchDocument(url));
  }

  async #read(file: string): Promise<LoadedDocument | LoadFailure> {
    const label = relative(this.#boundary.home, file).split(sep).join("/");
    let real: string;
    try {
      real = await realpath(file);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      return {
        missing: code === "ENOENT" || code === "ENOTDIR" ? "the file does not exist" : "the file cannot be opened",
      };
    }
    const folders = await Promise.all([this.#boundary.home, ...this.#boundary.folders].map(realFolder));
    if (!folders.some((folder) => folder !== undefined && isInside(folder, real))) {
      return { unsafe: "it leads outside the folder of the spec by a symbolic link" };
    }
    try {
      return this.#keep(file, label, await readDocument(real, label));
    } catch (error) {
      if (!(error instanceof SpecRefusal)) throw error;
      throw new SpecRefusal(error.findings.map((finding) => ({ ...finding, file: label })));
    }
  }

  #keep(id: string, label: string, read: Awaited<ReturnType<typeof readDocument>>): LoadedDocument {
    this.files.push({ file: id, sha256: read.sha256 });
    this.findings.push(...read.findings.map((finding) => ({ ...finding, file: label })));
    return { id, label, value: read.value };
  }
}

async function realFolder(folder: string): Promise<string | undefined> {
  try {
    return await realpath(folder);
  } catch {
    return undefined;
  }
}
