import { isObject } from "../../json.ts";
import type { Rule } from "../rule.ts";
import { unsafeCharacters } from "../unsafe-characters.ts";

/** A segment that addresses another one, plain or encoded. */
const dots = /^(?:\.|%2e){1,2}$/i;

/** Paths go on the wire, so each of their characters counts. */
export const pathText: Rule = {
  id: "path-text",
  kinds: ["paths"],
  start: (report) => ({
    visit: ({ value }) => {
      if (!isObject(value)) return;
      for (const path of Object.keys(value)) {
        if (path.startsWith("x-")) continue;
        const { control, deceptive } = unsafeCharacters(path);
        const below = [path];
        const outsidePlaces = path.replace(/\{[^{}]*\}/g, "{}");
        if (control || deceptive) {
          const what = control ? "control characters, such as a line break" : "characters that reorder or break text";
          report({ severity: "error", below, message: `The path holds ${what}.`, hint: "Remove them from the path." });
        } else if (outsidePlaces.split(/[/\\?#]/).some((segment) => dots.test(segment))) {
          const message =
            "The path holds a segment of one or two dots, which URL parsers take for a way to another path.";
          report({ severity: "error", below, message, hint: "Write the path that is meant." });
        } else if (!path.startsWith("/")) {
          report({ severity: "warning", below, message: "The path does not start with a slash; one is put in front." });
        } else if (/[?#]/.test(outsidePlaces)) {
          const message = "The path holds a ? or #, which OpenAPI does not allow: it is no path segment.";
          report({ severity: "warning", below, message, hint: "Declare query parameters as parameters." });
        } else if (/\s/.test(path)) {
          report({ severity: "warning", below, message: "The path holds spaces; they are sent percent-encoded." });
        }
      }
    },
  }),
};
