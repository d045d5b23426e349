import type { Codec } from "../codec.ts";
import { textOf } from "../encode-text.ts";
import { queryParameter } from "./styles.ts";

/** Bodies of `application/x-www-form-urlencoded`: arrays as repeated names, objects as JSON, unless an encoding says otherwise. */
export const form: Codec = {
  encode(request, { encoding = {} }) {
    if (!/^application\/x-www-form-urlencoded/i.test(request.contentType ?? "")) return;
    request.bodySerializer = (body) => {
      if (typeof body !== "object" || body === null || body instanceof URLSearchParams) return String(body);
      const pairs = Object.entries(body).map(([name, value]) => {
        const style = Object.hasOwn(encoding, name) ? encoding[name] : undefined;
        // The media types of parts stand in the same table.
        if (style && !style.includes("/")) return queryParameter(name, value, style);
        return queryParameter(name, Array.isArray(value) || value == null ? value : textOf(value), "form*");
      });
      return pairs.filter(Boolean).join("&").replaceAll("%20", "+");
    };
  },
};
