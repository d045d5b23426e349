import type { Codec } from "../codec.ts";
import { readText } from "../read-text.ts";

/** Answers that are text, whatever their `Content-Type` says. */
export const text: Codec = { decode: readText };
