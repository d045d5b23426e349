import { isObject, type Json, type JsonObject } from "../json.ts";
import { own } from "../walk/own.ts";
import { refuse } from "./refuse.ts";

/**
 * Makes sure that a document is OpenAPI 3.
 *
 * @throws SpecRefusal that says what the document is instead, and what to do.
 */
export function identifyOpenapi(value: Json, name: string): JsonObject {
  if (!isObject(value)) {
    const what = Array.isArray(value) ? "a list" : value === null ? "nothing" : `a single ${typeof value}`;
    return refuse({
      rule: "not-openapi",
      pointer: "",
      message: `"${name}" holds ${what} at its top; an OpenAPI document is an object.`,
      hint: "Give the file that starts with the key `openapi`.",
    });
  }
  const version = own(value, "openapi");
  if (version === undefined) return refuseOther(value, name);
  if (/^3\.[0-2](?:\.\d+)?(?:-.*)?$/.test(versionText(version))) return value;
  return refuse({
    rule: "unsupported-version",
    pointer: "/openapi",
    message: `"${name}" states an OpenAPI version that is not supported; 3.0, 3.1 and 3.2 are.`,
    hint: "Correct the value of `openapi`, such as 3.0.3, or convert the document.",
  });
}

/** An unquoted 3.1 in YAML is a number; `3.0` as a number has lost its fraction. */
function versionText(version: Json): string {
  if (typeof version === "number") return Number.isInteger(version) ? `${version}.0` : String(version);
  return typeof version === "string" ? version.trim() : "";
}

const others: readonly { readonly key: string; readonly what: string; readonly hint: string }[] = [
  {
    key: "swagger",
    what: "a Swagger 2.0 document",
    hint: "Convert it to OpenAPI 3 first, for example with `npx swagger2openapi`.",
  },
  { key: "asyncapi", what: "an AsyncAPI document", hint: "AsyncAPI describes events; give an OpenAPI document." },
  { key: "arazzo", what: "an Arazzo document", hint: "Give the OpenAPI document that its workflows refer to." },
  { key: "overlay", what: "an OpenAPI Overlay", hint: "Pass it as --overlay, and the OpenAPI document as --spec." },
  { key: "$schema", what: "a JSON Schema", hint: "Give the OpenAPI document that uses it." },
  { key: "swaggerVersion", what: "a Swagger 1 document", hint: "Convert it to OpenAPI 3 first." },
];

function refuseOther(value: JsonObject, name: string): never {
  const other = others.find(({ key }) => own(value, key) !== undefined);
  return refuse({
    rule: "not-openapi",
    pointer: "",
    message:
      other === undefined
        ? `"${name}" has no key \`openapi\` at its top, so it is no OpenAPI 3 document.`
        : `"${name}" is ${other.what}, not OpenAPI 3.`,
    hint: other?.hint ?? "Give the root file of the API description, which starts with `openapi: 3.x`.",
  });
}
