/**
 * Starts what stands in rendered text until the pages are put together: the start of a file in the output of a template that
 * prints several, and the place where a page shows another file. A control character that no text of a spec keeps on its
 * way into a page, so that nothing in a spec can be taken for a mark.
 */
const MARK = "\u001e";

export const FILE_MARK: string = `${MARK}file `;
export const INCLUDE_MARK: string = `${MARK}include `;
