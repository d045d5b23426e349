/** A URL that may be shown and recorded: without user, password, query and fragment, where tokens stand. */
export function publicUrl(url: URL): string {
  return `${url.origin}${url.pathname}`;
}
