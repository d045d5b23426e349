import { Refusal } from "./refusal.ts";

/**
 * The query parameters that an operation knows, decoded once. Others are ignored, as the service does.
 *
 * @throws {Refusal} 400 for a parameter that comes twice or is not properly encoded.
 */
export function readQuery(url: URL, names: readonly string[]): Readonly<Record<string, string>> {
  if (!isEncoded(url.search)) {
    throw new Refusal(400, "The query cannot be decoded.", { causes: ["It is not percent-encoded UTF-8."] });
  }
  const known: Record<string, string> = {};
  for (const name of names) {
    const values = url.searchParams.getAll(name);
    if (values.length > 1) {
      throw new Refusal(400, "The query is ambiguous.", { causes: [`${name} is given ${values.length} times.`] });
    }
    if (values[0] !== undefined) known[name] = values[0];
  }
  return known;
}

function isEncoded(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
