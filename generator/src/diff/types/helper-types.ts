/**
 * The types of the client's runtime that decide what an operation answers, to the letter as in its `types.ts`, which needs
 * the DOM library: that alone would take longer to read than everything that is compared.
 */
export const HELPER_TYPES = `
export type Body<Response> = Response extends { content: infer Content } ? Content[keyof Content] : undefined;
export type Failure<Response> = Response extends { content: infer Content } ? Content[keyof Content] : never;
`;
