/** Whether a place is a URL that is fetched, rather than a file. A drive letter is no scheme. */
export function isUrl(place: string): boolean {
  return /^[a-z][a-z\d+.-]+:\/\//i.test(place) && !/^file:/i.test(place);
}
