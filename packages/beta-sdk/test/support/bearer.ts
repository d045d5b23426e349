/** The `Authorization` headers of calls, in their order. */
export const bearer = (calls: readonly { readonly headers: Headers }[]) =>
  calls.map(({ headers }) => headers.get("authorization"));
