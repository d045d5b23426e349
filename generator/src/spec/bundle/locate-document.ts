import { dirname, isAbsolute, relative, resolve, sep } from "node:path";

/** Folders and URLs that references may lead into. */
export interface Boundary {
  /** Absolute path of the spec's own folder. */
  readonly home: string;
  /** Absolute paths of further folders. */
  readonly folders: readonly string[];
  /** URL prefixes, `https://example.com/schemas/`. */
  readonly urls: readonly string[];
}

/** Where the document part of a reference leads, or why it may not be followed. */
export type Location = { readonly id: string } | { readonly unsafe: string };

/**
 * Works out which document a reference means, and whether it may be opened, without touching disk or network.
 *
 * @param base absolute path or URL of the document that holds the reference.
 * @param written the reference up to its `#`, not empty.
 */
export function locateDocument(base: string, written: string, boundary: Boundary): Location {
  const text = decode(written);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  if (/[\u0000-\u001f\u007f]/.test(text)) return { unsafe: "its path holds control characters" };
  if (/^https?:/i.test(base) || /^https?:/i.test(text)) return locateUrl(base, written, boundary);
  if (/^[a-z]:/i.test(text)) return { unsafe: "it starts with a drive letter" };
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return { unsafe: "it leads to another scheme than a relative file" };
  const path = text.replaceAll("\\", "/");
  if (path.startsWith("//")) return { unsafe: "it names a host" };
  if (path.startsWith("/") && boundary.folders.length === 0) return { unsafe: "it is an absolute path" };
  const file = resolve(dirname(base), path);
  const inside = [boundary.home, ...boundary.folders].some((folder) => isInside(folder, file));
  return inside ? { id: file } : { unsafe: "it leads outside the folder of the spec" };
}

/** Whether `file` is `folder` or below it, by their names alone. */
export function isInside(folder: string, file: string): boolean {
  const way = relative(folder, file);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function locateUrl(base: string, written: string, { urls }: Boundary): Location {
  const url = URL.parse(written, /^https?:/i.test(base) ? base : undefined);
  if (url === null || !/^https?:$/.test(url.protocol))
    return { unsafe: "it leads to another scheme than http or https" };
  const allowed = urls.some((prefix) => isBelowUrl(prefix, url));
  return allowed ? { id: url.href } : { unsafe: "it leads to the network" };
}

function isBelowUrl(prefix: string, url: URL): boolean {
  const allowed = URL.parse(prefix);
  if (allowed === null || allowed.origin !== url.origin || url.username !== "" || url.password !== "") return false;
  const folder = allowed.pathname.endsWith("/") ? allowed.pathname : `${allowed.pathname}/`;
  return url.pathname === allowed.pathname || url.pathname.startsWith(folder);
}

function decode(written: string): string {
  try {
    return decodeURIComponent(written);
  } catch {
    return written;
  }
}
