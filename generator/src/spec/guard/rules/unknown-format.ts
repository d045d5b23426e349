import { isObject } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

/** The formats of JSON Schema and of the OpenAPI format registry (https://spec.openapis.org/registry/format/). */
const known = new Set(
  (
    "base64url binary byte char commonmark date date-time date-time-local decimal decimal128 double double-int duration email " +
    "float hostname html http-date idn-email idn-hostname int16 int32 int64 int8 ipv4 ipv6 iri iri-reference json-pointer " +
    "media-range password regex relative-json-pointer sf-binary sf-boolean sf-decimal sf-integer sf-string sf-token time " +
    "time-local uint16 uint32 uint64 uint8 unixtime uri uri-reference uri-template uuid"
  ).split(" "),
);

/** Formats are open, so an unknown one is only noted: once each, at its first place. */
export const unknownFormat: Rule = {
  id: "unknown-format",
  kinds: ["schema"],
  start: (report) => {
    const noted = new Set<string>();
    return {
      visit: ({ value }) => {
        const format = isObject(value) ? own(value, "format") : undefined;
        if (typeof format !== "string" || known.has(format) || noted.has(format)) return;
        noted.add(format);
        const message = `The format ${JSON.stringify(format.slice(0, 60))} is not registered; it is carried along and not checked.`;
        report({ severity: "warning", below: ["format"], message });
      },
    };
  },
};
