import type { Codec } from "../codec.ts";

/** Bodies of `multipart/form-data`: blobs and texts as they are, objects as JSON parts, arrays as repeated parts. */
export const multipart: Codec = {
  encode(request, { encoding = {} }) {
    if (!request.contentType?.startsWith("multipart/")) return;
    // The runtime writes the boundary, so it must write the header.
    if (request.contentType.startsWith("multipart/form-data")) request.contentType = undefined;
    request.bodySerializer = (body) => {
      if (typeof body !== "object" || body === null || body instanceof FormData || body instanceof Blob) return body;
      const data = new FormData();
      for (const [name, value] of Object.entries(body)) {
        for (const item of Array.isArray(value) ? value : [value])
          append(data, name, item, Object.hasOwn(encoding, name) ? encoding[name] : undefined);
      }
      return data;
    };
  },
};

function append(data: FormData, name: string, value: unknown, type: string | undefined): void {
  if (value === undefined) return;
  if (value instanceof Blob) {
    if (value instanceof File) data.append(name, value, value.name);
    else data.append(name, value);
  } else if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) {
    data.append(name, new Blob([value as BlobPart], { type: type ?? "application/octet-stream" }));
  } else if (typeof value === "object") {
    data.append(name, new Blob([JSON.stringify(value)], { type: type ?? "application/json" }));
  } else if (type && type !== "text/plain") {
    const content = type.includes("json") ? JSON.stringify(value) : String(value);
    data.append(name, new Blob([content], { type }));
  } else {
    data.append(name, String(value));
  }
}
