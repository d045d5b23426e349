// A JSON Patch or a token request is a few hundred bytes.
const longestBody = 1024 * 1024;

/** The body of a request as text; empty where there is none, `undefined` where it is longer than 1 MiB. */
export async function readBody(request: Request): Promise<string | undefined> {
  const text = await request.text();
  return text.length <= longestBody ? text : undefined;
}
