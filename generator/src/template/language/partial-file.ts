/** The template that `{{> name}}` includes. */
export function partialFile(name: string): string {
  return `${name}.mustache`;
}
