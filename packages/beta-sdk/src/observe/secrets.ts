/** Tokens remembered for redaction: those of answers that are still on their way. */
const kept = 8;

/** The secrets of one sdk, and the way to keep them out of any text. */
export class Secrets {
  readonly #lasting = new Set<string>();
  #passing: string[] = [];

  /** Remembers a secret; `passing` ones, such as tokens, only until 8 others have come. */
  add(secret: string, passing = false): void {
    // Shorter texts are no secrets, and blanking them out would leave nothing readable.
    if (secret.length < 4 || this.#passing.includes(secret)) return;
    if (passing) this.#passing = [...this.#passing.slice(1 - kept), secret];
    else this.#lasting.add(secret);
  }

  /** The text without the secrets, plain, URL-encoded, JSON-escaped or in base64. */
  redact(text: string): string {
    let clean = text;
    for (const secret of [...this.#lasting, ...this.#passing]) {
      for (const form of forms(secret)) clean = clean.replaceAll(form, "[redacted]");
    }
    return clean;
  }
}

function forms(secret: string): string[] {
  const bytes = new TextEncoder().encode(secret);
  // Decoding makes half a surrogate pair, which has no URL encoding, what it became on the wire.
  const url = encodeURIComponent(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes));
  const form = new URLSearchParams([["", secret]]).toString().slice(1);
  const lower = [url, form].map((text) => text.replace(/%../g, (code) => code.toLowerCase()));
  const base64 = [0, 1, 2].map((shift) => base64At(bytes, shift));
  const urlSafe = base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
  return [secret, url, form, ...lower, JSON.stringify(secret).slice(1, -1), ...base64, ...urlSafe];
}

/** The part of the base64 of `<shift bytes><secret><anything>` that does not depend on what stands around it. */
function base64At(bytes: Uint8Array, shift: number): string {
  const base64 = btoa("\0".repeat(shift) + String.fromCharCode(...bytes));
  return base64.slice(Math.ceil((shift * 4) / 3), Math.floor(((shift + bytes.length) * 4) / 3));
}
