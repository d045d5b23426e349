import type { Codec } from "../codec.ts";

/** Bodies that are sent as they are: text, XML, bytes, streams. */
export const raw: Codec = {
  encode(request) {
    if (/\bjson\b|^multipart\/form-data|x-www-form-urlencoded/i.test(request.contentType ?? "")) return;
    request.bodySerializer = (body) => body;
    // fetch refuses a stream without it.
    if (request.body instanceof ReadableStream) request.duplex = "half";
  },
};
