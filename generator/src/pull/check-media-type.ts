import { refuse } from "../spec/read/refuse.ts";

/** What servers call JSON, YAML, gzip, and files they know nothing about. */
const USABLE =
  /^(?:[\w.-]+\/(?:[\w.-]+\+)?(?:json|ya?ml|x-ya?ml)|text\/plain|application\/(?:x-)?gzip|(?:application|binary)\/octet-stream)$/;

/**
 * Refuses an answer that its own server calls something else than a spec: a login page, an image, an archive.
 *
 * @param header value of `Content-Type`; servers may leave it out
 */
export function checkMediaType(header: string | null, name: string): void {
  const type = header?.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (type === "" || USABLE.test(type)) return;
  refuse({
    rule: "wrong-media-type",
    pointer: "",
    message: `"${name}" answers with ${/^[\w.+/-]{1,80}$/.test(type) ? type : "a media type of its own"}, not JSON or YAML.`,
    hint: "Open the address in a browser: it may want a login, or be the page about the spec rather than the spec itself.",
  });
}
