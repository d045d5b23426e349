/** Whether two pages begin with the same rows. */
export function beginsAlike(page: readonly string[], other: readonly string[]): boolean {
  return page[0] === other[0] && page.length > 0 && page.every((print, at) => print === (other[at] ?? print));
}
