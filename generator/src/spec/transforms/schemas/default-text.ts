import { commentText } from "../../../text/comment-text.ts";
import type { Json } from "../../json.ts";

/** A default value as comment text: its first 500 characters. */
export function defaultText(value: Json): string {
  // Cut first: half a character or half an escape would be text of another kind.
  return commentText((typeof value === "string" ? value : JSON.stringify(value)).slice(0, 500));
}
