/** The body of a 2xx answer is not what its media type says: HTML from a proxy, cut JSON. */
export class DecodeError extends Error {
  override readonly name = "DecodeError";
  /** The answer; its body has been read. */
  readonly response: Response;
  /** The first 1,000 characters of the body. */
  readonly snippet: string;

  constructor(response: Response, text: string, cause: unknown) {
    super(`${response.status} ${response.url}: body is not JSON (${response.headers.get("content-type")})`, { cause });
    this.response = response;
    this.snippet = text.slice(0, 1000);
  }
}
