import type { Codec } from "../codec.ts";
import { RequestError } from "../request-error.ts";

/** Bodies that are sent as they are: text, XML, bytes, streams. */
export const raw: Codec = {
  encode(request) {
    const { body, contentType } = request;
    if (body === undefined || !contentType || OTHERS.test(contentType)) return;
    if (/ (?:Object|Array|Null)\]$/.test(Object.prototype.toString.call(body))) {
      throw new RequestError(`A body of ${contentType} must be text, bytes or a stream`);
    }
    // A range says what is allowed; the header must name one type.
    if (contentType.includes("*")) {
      const natural = typeof body === "string" ? "text/plain" : "application/octet-stream";
      request.contentType = (body instanceof Blob && body.type) || natural;
    }
    request.bodySerializer = (whole) => whole;
    // fetch refuses a stream without it.
    if (body instanceof ReadableStream) request.duplex = "half";
  },
};

/** Media types that other codecs, or openapi-fetch itself, write. */
const OTHERS = /[/+]json\s*(?:;|$)|^multipart\/|^application\/x-www-form-urlencoded/i;
