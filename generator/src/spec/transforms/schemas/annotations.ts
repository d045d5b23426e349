import { commentText } from "../../../text/comment-text.ts";
import { isObject, type JsonObject } from "../../json.ts";
import { defaultText } from "./default-text.ts";

/** The text of a schema that belongs into the JSDoc of its property. */
export function annotations(schema: JsonObject): JsonObject {
  const note: JsonObject = {};
  const described = typeof schema.description === "string" && schema.description.trim() !== "";
  const description = described ? schema.description : schema.title;
  if (typeof description === "string" && description.trim() !== "") note.description = commentText(description.trim());
  if (typeof schema.format === "string" && schema.format !== "") note.format = commentText(schema.format);
  if (schema.deprecated === true) note.deprecated = true;
  if (schema.default !== undefined && !isObject(schema.default)) note.default = defaultText(schema.default);
  return note;
}
