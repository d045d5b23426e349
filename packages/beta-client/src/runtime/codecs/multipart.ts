import type { Codec } from "../codec.ts";
import { textOf } from "../encode-text.ts";

/**
 * Bodies of `multipart/*`: blobs and bytes as files, texts as they are, objects as JSON parts, arrays as repeated parts.
 * Written here because FormData has no media type for texts and makes everything else a file, which servers then take for an
 * upload.
 */
export const multipart: Codec = {
  encode(request, { encoding = {} }) {
    const { body, contentType = "" } = request;
    if (!/^multipart\//i.test(contentType)) return;
    request.bodySerializer = (whole) => whole;
    if (body instanceof ReadableStream) request.duplex = "half";
    else if (body instanceof FormData && /^multipart\/form-data/i.test(contentType)) request.contentType = undefined;
    else if (typeof body === "object" && body !== null && !isBytes(body)) {
      const boundary = `sailkit${random()}${random()}`;
      const parts = partsOf(body).map(([name, value]) => part(name, value, mediaType(encoding, name)));
      request.body = new Blob([
        ...parts.flatMap((one) => [`--${boundary}\r\n`, ...one, "\r\n"]),
        `--${boundary}--\r\n`,
      ]);
      request.contentType = `${contentType}; boundary=${boundary}`;
    }
  },
};

const random = () => Math.random().toString(36).slice(2);

const isBytes = (value: unknown) => value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value);

function partsOf(body: object): [name: string, value: unknown][] {
  const entries: [string, unknown][] = body instanceof FormData ? [...body] : Object.entries(body);
  return entries
    .flatMap(([name, value]) => [value].flat().map((item): [string, unknown] => [name, item]))
    .filter(([, value]) => value != null);
}

/** The media type the spec has for a part, where it has one; the styles of form bodies stand in the same table. */
function mediaType(encoding: Readonly<Record<string, string>>, name: string): string | undefined {
  const type = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
  return type?.includes("/") && !type.includes("*") ? type : undefined;
}

/** Header and content of a part. */
function part(name: string, value: unknown, stated: string | undefined): BlobPart[] {
  const disposition = `Content-Disposition: form-data; name="${quoted(name)}"`;
  if (isBytes(value)) {
    const { name: file = "blob", type } = value as Partial<File>;
    const media = type || stated || "application/octet-stream";
    return [`${disposition}; filename="${quoted(file)}"\r\nContent-Type: ${media}\r\n\r\n`, value as BlobPart];
  }
  const text = textOf(value);
  const json = JSON.stringify(value);
  const media = stated ?? (typeof value === "object" && text === json ? "application/json" : undefined);
  return [
    `${disposition}\r\n${media ? `Content-Type: ${media}\r\n` : ""}\r\n`,
    media && /[/+]json\b/i.test(media) ? json : text,
  ];
}

/** As browsers write names: a quote or a line break would end the header. */
const quoted = (name: string) => name.replace(/["\r\n]/g, encodeURIComponent);
