/** What tells one item from another: its `id`; undefined where it has none. */
export function itemKey(item: unknown): string | undefined {
  const id = (item as { id?: unknown } | null | undefined)?.id;
  return typeof id === "string" || typeof id === "number" ? `${typeof id}:${id}` : undefined;
}
