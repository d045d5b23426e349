/**
 * Puts text between `<!-- NAME: … -->` and `<!-- end of NAME -->`.
 * @throws Error where the page does not have these lines
 */
export function replacePart(page: string, name: string, text: string): string {
  const part = new RegExp(`(<!-- ${name}:[^\\n]* -->\\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
  if (!part.test(page)) throw new Error(`The page has no part "<!-- ${name}: … -->" … "<!-- end of ${name} -->".`);
  return page.replace(part, (_, start: string, end: string) => `${start}\n${text}\n${end}`);
}
