import { isObject, type Json, type JsonObject } from "../../../src/spec/json.ts";
import { type BodySample, bodySample } from "./body-sample.ts";
import { sampleValue } from "./sample-value.ts";
import { encode, headerText, type Pair, pairsOf, pathText } from "./serialize-parameter.ts";
import type { SpecMedia, SpecOperation, SpecParameter } from "./spec-operation.ts";

/** What to call an operation with, and the request the spec makes of it. */
export interface ExpectedCall {
  readonly init: JsonObject & { body?: unknown };
  readonly method: string;
  /** Encoded, without the base URL. */
  readonly path: string;
  readonly query: readonly Pair[];
  readonly headers: ReadonlyMap<string, string>;
  readonly cookies: readonly Pair[];
  readonly body: BodySample | undefined;
}

/** Headers that fetch keeps for itself. https://fetch.spec.whatwg.org/#forbidden-request-header */
const UNSENDABLE =
  /^(?:connection|content-length|date|dnt|expect|host|keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|via|cookie2?)$/i;

/**
 * A call of an operation.
 * @param extent `all`: every parameter and the body; `required`: nothing that may be left out
 */
export function expectedCall(
  document: JsonObject,
  operation: SpecOperation,
  extent: "all" | "required",
  media: SpecMedia | undefined,
): ExpectedCall {
  const [, template = "", fixed = ""] = /^((?:\{[^{}]*\}|[^?#])*)\??([^#]*)/.exec(operation.path) ?? [];
  const places = placesOf(`${template}?${fixed}`, operation.parameters);
  const values = [...places].map(([name, parameter]): [string, Json] => [name, sampleOf(document, parameter)]);
  const inPath = new Map(values);
  const sent = operation.parameters.filter(
    (one) =>
      one.in !== "path" && (extent === "all" || one.required) && !(one.in === "header" && UNSENDABLE.test(one.name)),
  );
  const samples = sent.map((one) => ({ one, value: sampleOf(document, one) })).filter(({ value }) => value !== null);
  const of = (place: string) => samples.filter(({ one }) => one.in === place);
  const body = media && (extent === "all" || operation.bodyRequired) ? bodySample(document, media) : undefined;
  return {
    init: initOf(values, samples, operation, body),
    method: operation.method.toUpperCase(),
    path: template.replace(/\{([^{}]+)\}/g, (_, name: string) =>
      pathText(places.get(name) as SpecParameter, inPath.get(name) as Json),
    ),
    query: [
      ...fixedPairs(fixed, (name) => encode(String(inPath.get(name)))),
      ...of("query").flatMap(({ one, value }) => pairsOf(one, value)),
    ],
    headers: new Map(of("header").map(({ one, value }) => [one.name.toLowerCase(), headerText(one, value)])),
    cookies: of("cookie").flatMap(({ one, value }) => pairsOf(one, value)),
    body,
  };
}

/** The parameter each place of a path stands for: of the same name, else the next one that has no place. */
function placesOf(template: string, parameters: readonly SpecParameter[]): Map<string, SpecParameter> {
  const names = [...new Set([...template.matchAll(/\{([^{}]+)\}/g)].map(([, name]) => name as string))];
  const declared = parameters.filter((one) => one.in === "path");
  const strays = declared.filter(({ name }) => !names.includes(name));
  const undeclared: JsonObject = { schema: { type: "string" } };
  return new Map(
    names.map((name) => {
      const own = declared.find((one) => one.name === name) ?? strays.shift();
      return [name, { name, in: "path", required: true, source: own?.source ?? undeclared }];
    }),
  );
}

function sampleOf(document: JsonObject, { in: place, source }: SpecParameter): Json {
  const [content] = isObject(source.content) ? Object.values(source.content) : [];
  const schema = isObject(content) ? content.schema : source.schema;
  const sample = sampleValue(document, schema, place);
  // Null and empty cannot stand in a path.
  return place === "path" && (sample === null || sample === "") ? "x" : sample;
}

function fixedPairs(fixed: string, fill: (name: string) => string): Pair[] {
  if (fixed === "") return [];
  return fixed.split("&").map((pair) => {
    const filled = pair.replace(/\{([^{}]+)\}/g, (_, name: string) => fill(name));
    const [, name = "", value = ""] = /^([^=]*)=?(.*)$/s.exec(filled) ?? [];
    return [decode(name), decode(value)];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function initOf(
  inPath: readonly [string, Json][],
  samples: readonly { one: SpecParameter; value: Json }[],
  operation: SpecOperation,
  body: BodySample | undefined,
): JsonObject & { body?: unknown } {
  const params: JsonObject = inPath.length > 0 ? { path: Object.fromEntries(inPath) } : {};
  for (const { one, value } of samples) {
    params[one.in] ??= {};
    Object.defineProperty(params[one.in], one.name, { value, enumerable: true, configurable: true, writable: true });
  }
  return {
    ...(Object.keys(params).length > 0 && { params }),
    ...(body && { body: body.value as Json }),
    ...(body &&
      (operation.body.length > 1 || operation.body[0]?.type.includes("*")) && { contentType: body.contentType }),
  };
}
