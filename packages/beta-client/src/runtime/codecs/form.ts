import type { Codec } from "../codec.ts";
import { queryParameter } from "./styles.ts";

/** Bodies of `application/x-www-form-urlencoded`. */
export const form: Codec = {
  encode(request, { encoding = {} }) {
    if (!request.contentType?.startsWith("application/x-www-form-urlencoded")) return;
    request.bodySerializer = (body) => {
      if (typeof body !== "object" || body === null || body instanceof URLSearchParams) return String(body);
      return Object.entries(body)
        .map(([name, value]) =>
          queryParameter(name, value, Object.hasOwn(encoding, name) ? (encoding[name] ?? "") : "form*"),
        )
        .filter(Boolean)
        .join("&")
        .replaceAll("%20", "+");
    };
  },
};
