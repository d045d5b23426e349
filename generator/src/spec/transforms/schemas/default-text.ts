import { commentText } from "../../../text/comment-text.ts";
import type { Json } from "../../json.ts";

/** A default value as comment text of at most 500 characters. */
export function defaultText(value: Json): string {
  return commentText(typeof value === "string" ? value : JSON.stringify(value)).slice(0, 500);
}
