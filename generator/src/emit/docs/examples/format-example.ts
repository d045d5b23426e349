import type { Json, JsonObject } from "../../../spec/json.ts";

/** Values of the formats that OpenAPI and JSON Schema name. */
const FORMATS: Readonly<Record<string, string>> = {
  byte: "ZXhhbXBsZQ==",
  date: "2026-03-02",
  "date-time": "2026-03-02T09:30:00.000Z",
  duration: "PT1H",
  email: "amara.diallo@example.com",
  hostname: "www.example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  time: "09:30:00Z",
  uri: "https://www.example.com",
  url: "https://www.example.com",
  uuid: "2c918085-74f3-4f0a-9c3e-1f0d6b7a5e42",
};

/** A value of a scalar schema that states none, by its type, format and limits. Undefined where it says nothing. */
export function formatExample(schema: JsonObject): Json | undefined {
  const type = [schema.type].flat().find((name) => name !== "null");
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return typeof schema.minimum === "number" ? schema.minimum : 1;
  if (type !== "string") return undefined;
  const known =
    typeof schema.format === "string" && Object.hasOwn(FORMATS, schema.format) ? FORMATS[schema.format] : undefined;
  return known ?? "example";
}
