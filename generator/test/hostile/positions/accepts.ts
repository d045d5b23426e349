import { isRefusedInNames } from "../payloads.ts";
import type { Position } from "./position.ts";

const REORDERING = /[\u2028-\u202e\u2066-\u2069]/;

const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** Whether a spec with this text in this position is to be accepted. */
export function accepts({ kind }: Position, text: string): boolean {
  const isWhole = !/\p{Cs}/u.test(text);
  switch (kind) {
    case "text":
      return true;
    case "data":
      return !REORDERING.test(text);
    case "value":
      return !REORDERING.test(text) && isWhole;
    case "token":
      // Node drops a header of this name on its way in.
      return TOKEN.test(text) && text !== "__proto__";
    case "segment":
      return (
        !isRefusedInNames(text) && isWhole && !text.split(/[/\\?#]/).some((part) => /^(?:\.|%2e){1,2}$/i.test(part))
      );
    case "name":
      return !isRefusedInNames(text) && isWhole;
  }
}
