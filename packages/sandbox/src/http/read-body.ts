// A JSON Patch or a token request is a few hundred bytes.
const longestBody = 1024 * 1024;

/** The body of a request as text; empty where there is none, `undefined` where it is longer than 1 MiB. Reads it to its end. */
export async function readBody(request: Request): Promise<string | undefined> {
  if (request.body === null) return "";
  const decoder = new TextDecoder();
  let text = "";
  let length = 0;
  const reader = request.body.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.byteLength;
    if (length <= longestBody) text += decoder.decode(part.value, { stream: true });
  }
  return length <= longestBody ? text + decoder.decode() : undefined;
}
