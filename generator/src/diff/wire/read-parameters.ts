import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { resolvePart } from "./resolve-part.ts";
import type { SpecParameter } from "./spec-operation.ts";

type Place = SpecParameter["in"];

interface At {
  readonly node: JsonObject;
  readonly pointer: string;
}

const STYLES: Readonly<Record<Place, string>> = { query: "form", path: "simple", header: "simple", cookie: "form" };

/** Headers that OpenAPI says to ignore among parameters. */
const IGNORED = new Set(["accept", "content-type", "authorization"]);

/** The parameters of a path item and an operation; the operation's win. */
export function readParameters(document: JsonObject, path: string, item: At, operation: At): SpecParameter[] {
  const byKey = new Map<string, At>();
  for (const { node, pointer } of [item, operation]) {
    for (const [index, value] of (Array.isArray(node.parameters) ? node.parameters : []).entries()) {
      const at = resolvePart(document, { node: value, pointer: `${pointer}/parameters/${index}` });
      if (at && isPlace(at.node.in) && !isIgnored(at.node)) byKey.set(`${at.node.in} ${at.node.name}`, at);
    }
  }
  const places = [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string))];
  const declared = [...byKey.values()];
  const inPath = declared.filter(({ node }) => node.in === "path");
  const strays = inPath.filter(({ node }) => !places.includes(String(node.name)));
  const aligned = places.flatMap((place, index) => {
    const at = inPath.find(({ node }) => node.name === place) ?? strays.shift();
    return [
      parameter(
        at ?? { node: { in: "path", schema: { type: "string" } }, pointer: operation.pointer },
        place,
        `path ${index}`,
      ),
    ];
  });
  const others = declared.filter(({ node }) => node.in !== "path");
  return [...aligned, ...others.map((at) => parameter(at, String(at.node.name), keyOf(at.node)))];
}

function parameter({ node, pointer }: At, name: string, key: string): SpecParameter {
  const place = node.in as Place;
  const content = isObject(node.content) ? Object.entries(node.content)[0] : undefined;
  const [type, media] = content ?? [];
  const inContent = isObject(media) ? media.schema : undefined;
  const schema = type === undefined ? node.schema : inContent;
  const below = type === undefined ? "schema" : `content/${type.replaceAll("~", "~0").replaceAll("/", "~1")}/schema`;
  return {
    name,
    in: place,
    key,
    pointer,
    required: node.required === true || place === "path",
    deprecated: node.deprecated === true,
    style: type ?? styleOf(node, place),
    schema: schema === undefined ? [] : [{ node: schema as Json, pointer: `${pointer}/${below}` }],
    source: node,
  };
}

function styleOf(node: JsonObject, place: Place): string {
  const style = typeof node.style === "string" ? node.style : STYLES[place];
  const explode = typeof node.explode === "boolean" ? node.explode : style === "form";
  // Nothing but lists and objects can be exploded.
  const isScalar = isObject(node.schema) && /^(?:string|integer|number|boolean)$/.test(String(node.schema.type));
  return `${style}${explode && !isScalar ? "*" : ""}${node.allowReserved === true ? "+" : ""}`;
}

function keyOf(node: JsonObject): string {
  return `${node.in} ${node.in === "header" ? String(node.name).toLowerCase() : node.name}`;
}

function isPlace(value: Json | undefined): value is Place {
  return value === "query" || value === "path" || value === "header" || value === "cookie";
}

function isIgnored(node: JsonObject): boolean {
  return node.in === "header" && IGNORED.has(String(node.name).toLowerCase());
}
