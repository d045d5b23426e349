/**
 * The body of a 2xx answer is not what its operation answers: HTML from a proxy, cut JSON, nothing at all. What the request
 * was to do may have happened.
 */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  /** The answer; its body has been read. */
  readonly response: Response;
  /** The beginning of the body, at most 1 KB, without what could be a token or a key. */
  readonly snippet: string;

  constructor(response: Response, wanted: string, text: string, cause?: unknown) {
    const [url] = response.url.split("?");
    super(`${response.status} ${url}: the body is not ${wanted} but ${response.headers.get("content-type")}`, {
      cause,
    });
    this.response = response;
    // Three bytes a character at most. Long words first: half a secret is one as well.
    this.snippet = text
      .slice(0, 9999)
      .replace(/[\w+/=.~-]{24,}/g, "[…]")
      .slice(0, 340);
  }
}
