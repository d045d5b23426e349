import { publicUrl } from "./public-url.ts";
import { PullError } from "./pull-error.ts";

/**
 * Where a redirect leads, if it may be followed: on the same host, or to one that was allowed; never from https to http.
 *
 * @param allowed names of hosts, with their port where it is not the usual one
 * @throws {PullError} that says where it leads and how to allow it
 */
export function followRedirect(from: URL, location: string | null, allowed: readonly string[]): URL {
  const to = location === null ? null : URL.parse(location, from.href);
  if (to === null || !/^https?:$/.test(to.protocol)) {
    throw new PullError(
      `${publicUrl(from)} redirects to no address that can be followed. Nothing was changed. Say where the spec is now with --from URL.`,
    );
  }
  if (from.protocol === "https:" && to.protocol === "http:") {
    throw new PullError(
      `${publicUrl(from)} redirects to ${to.host} without encryption, which is not followed. Nothing was changed. ` +
        "Ask its owner for an https address.",
    );
  }
  if (to.host === from.host || allowed.includes(to.host)) return to;
  throw new PullError(
    `${publicUrl(from)} redirects to ${to.host}, another host. Nothing was changed. ` +
      `If you trust it, run again with --allow-redirect ${to.host}.`,
  );
}
