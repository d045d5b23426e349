import { RequestError } from "./request-error.ts";

/** A server of the spec as data: its URL template, and its variables with their default and allowed values. */
export interface ServerTemplate {
  readonly url: string;
  readonly variables: Readonly<Record<string, { readonly default?: string; readonly enum?: readonly string[] }>>;
}

/**
 * Fills a server's URL template.
 * @throws {RequestError} for a variable that is missing, not one of its allowed values, or would leave its place in the URL
 */
export function serverUrl(
  servers: readonly ServerTemplate[],
  choice: { readonly [variable: string]: string | undefined } | undefined,
): string {
  const server = choice && servers.find(({ url }) => url === (choice.url ?? url));
  if (!server) throw new RequestError("Give `baseUrl`, or `server` with a server of the spec");
  return server.url.replace(
    /(\/)?\{([^{}]+)\}(?=([:/]|$)|)/g,
    (_, before: string | undefined, name: string, after: string | undefined, at: number) => {
      const { default: otherwise, enum: allowed } = server.variables[name] ?? {};
      // `url` picks the server, and what objects inherit is nobody's choice.
      const value = (name !== "url" && Object.hasOwn(choice, name) ? choice[name] : otherwise) ?? otherwise ?? "";
      // A label between fixed text stays one label; a host or path of its own may have several.
      const whole = (before || !at) && after !== undefined;
      const legal = whole ? /^[\w-]+([./:][\w-]+)*$/ : /^[\w-]+$/;
      if (value !== otherwise && !(allowed?.includes(value) ?? legal.test(value))) {
        throw new RequestError(`Server variable "${name}" must not be "${value}"`);
      }
      return (before ?? "") + value;
    },
  );
}
