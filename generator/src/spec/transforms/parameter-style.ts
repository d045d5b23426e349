import { isObject, type JsonObject } from "../json.ts";
import { mediaKind } from "./media-types.ts";
import { resolveObject } from "./resolve-ref.ts";

const DEFAULT_STYLE = { query: "form", path: "simple", header: "simple", cookie: "form" } as const;

/**
 * The style of a parameter as the client's runtime writes it, or undefined where the client does right without being told:
 * scalars anywhere but in cookies, arrays exploded in queries, arrays in paths.
 */
export function parameterStyle(document: JsonObject, parameter: JsonObject): string | undefined {
  const place = parameter.in as keyof typeof DEFAULT_STYLE;
  if (isObject(parameter.content)) {
    const [type = "application/json"] = Object.keys(parameter.content);
    return mediaKind(type) === "json" ? "json" : "form";
  }
  const style = typeof parameter.style === "string" ? parameter.style : DEFAULT_STYLE[place];
  const explode = typeof parameter.explode === "boolean" ? parameter.explode : style === "form";
  const reserved = place === "query" && parameter.allowReserved === true;
  const written = `${style}${explode ? "*" : ""}${reserved ? "+" : ""}`;
  const shape = schemaShape(document, resolveObject(document, parameter.schema));
  return isDefault(place, written, shape) ? undefined : written;
}

function isDefault(place: string, written: string, shape: Shape): boolean {
  if (place === "cookie") return false;
  if (written.endsWith("+")) return false;
  if (place === "path") return shape !== "object" && /^simple\*?$/.test(written) && shape !== "unknown";
  if (shape === "scalar") return !written.startsWith("deepObject");
  return place === "query" && shape === "array" && written === "form*";
}

type Shape = "scalar" | "array" | "object" | "unknown";

/** What values of a schema look like on the wire; `unknown` where they may be several things, or nested. */
function schemaShape(
  document: JsonObject,
  schema: JsonObject | undefined,
  seen: Map<JsonObject, Shape> = new Map(),
): Shape {
  if (!schema) return "scalar";
  const known = seen.get(schema);
  if (known) return known;
  // What leads back to itself before it says anything may be anything.
  seen.set(schema, "unknown");
  const shape = shapeOf(document, schema, seen);
  seen.set(schema, shape);
  return shape;
}

function shapeOf(document: JsonObject, schema: JsonObject, seen: Map<JsonObject, Shape>): Shape {
  const types = [schema.type].flat().filter((type) => type !== "null" && type !== undefined);
  if (types.length > 1) return types.every((type) => type !== "array" && type !== "object") ? "scalar" : "unknown";
  if (types[0] === "array") {
    const items = resolveObject(document, schema.items);
    return items && schemaShape(document, items, seen) === "scalar" ? "array" : "unknown";
  }
  if (types[0] === "object" || isObject(schema.properties)) return "object";
  if (types.length === 1) return "scalar";
  if (Array.isArray(schema.enum) || schema.const !== undefined) return "scalar";
  const members = [schema.allOf, schema.anyOf, schema.oneOf].filter(Array.isArray).flat();
  const shapes = new Set(
    members
      .map((member) => resolveObject(document, member))
      .filter((member) => member?.type !== "null")
      .map((member) => schemaShape(document, member, seen)),
  );
  const [only] = shapes;
  return shapes.size === 1 && only ? only : "unknown";
}
