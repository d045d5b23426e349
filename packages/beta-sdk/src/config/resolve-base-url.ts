import { servers } from "@sailkit/beta-client";
import { UsageError } from "../errors/usage-error.ts";

/** Where the API is. */
export interface ApiLocation {
  /**
   * Name of the tenant: the `acme` of `acme.api.identitynow.com`. Give this or `baseUrl`.
   * @default none
   * @example
   * new BetaSdk({ tenant: "acme", auth });
   */
  readonly tenant?: string | undefined;
  /**
   * Where the API is instead, up to and with the version: `https://api.acme.example/beta`. Must be https, but for
   * localhost. Give this or `tenant`.
   * @default that of the tenant
   * @example
   * new BetaSdk({ baseUrl: "https://identity.acme.example/beta", auth });
   */
  readonly baseUrl?: string | undefined;
}

/** The server of the spec, with a place for the tenant. */
const template = String(servers[0]?.url);

/**
 * The base URL of the API, without trailing slash.
 * @throws {UsageError} for a tenant that is no single host label, and for a URL that could take a token elsewhere
 */
export function resolveBaseUrl({ tenant, baseUrl }: ApiLocation): string {
  if (baseUrl !== undefined && tenant === undefined) return checkUrl(baseUrl, "baseUrl").href.replace(/\/+$/, "");
  if (tenant === undefined || baseUrl !== undefined) {
    throw new UsageError("Give either `tenant` (the first label of its host name) or `baseUrl`, not both");
  }
  if (/^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(tenant)) return template.replace("{tenant}", tenant.toLowerCase());
  throw new UsageError(`Tenant ${JSON.stringify(tenant)} is not a host label: letters, digits and inner hyphens only`);
}

/**
 * A URL that credentials may be sent to.
 * @throws {UsageError} where it is no URL, not https, or has a user, a query or a fragment
 */
export function checkUrl(text: string, option: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const local = /^(localhost|127(\.\d+){3}|\[::1\]|.*\.localhost)$/.test(url?.hostname ?? "");
  const secure = url?.protocol === "https:" || (url?.protocol === "http:" && local);
  if (url && secure && !url.username && !url.password && !url.search && !url.hash) return url;
  throw new UsageError(`\`${option}\` must be an https URL without user, query and fragment, such as "${template}"`);
}

/** `/beta`: the path of the API on its server. */
export const apiPath: string = template.replace(/^https:\/\/[^/]*/, "");
