import { METHODS } from "./methods.ts";

type Json = Record<string, unknown>;

/**
 * A spec several times as large: each path, operation and component exists `times` times under other names, and copies refer
 * to copies. Copies keep their tags.
 *
 * @param document not changed
 */
export function multiplySpec(document: Json, times: number): Json {
  const copies = Array.from({ length: times }, (_, index) =>
    index === 0 ? document : copyOf(document, `Copy${index}`),
  );
  const components = copies.map((copy) => (copy.components ?? {}) as Record<string, Json>);
  const kinds = [...new Set(components.flatMap((copy) => Object.keys(copy)))];
  return {
    ...document,
    paths: Object.assign({}, ...copies.map(({ paths }) => paths)) as Json,
    components: Object.fromEntries(
      kinds.map((kind) => [kind, Object.assign({}, ...components.map((one) => one[kind]))]),
    ),
  };
}

function copyOf(document: Json, suffix: string): Json {
  const text = JSON.stringify({ paths: document.paths, components: document.components });
  const { paths, components } = JSON.parse(text.replace(/"#\/components\/[^"]+/g, `$&${suffix}`)) as {
    paths: Record<string, Json>;
    components: Record<string, Json>;
  };
  for (const item of Object.values(paths)) {
    for (const operation of METHODS.map((method) => item[method] as Json | undefined)) {
      if (operation?.operationId) operation.operationId = `${operation.operationId}${suffix}`;
    }
  }
  const renamed = Object.entries(components).map(([kind, all]) => [
    kind,
    // Security requirements name their schemes without a `$ref`; the copies share them.
    kind === "securitySchemes" ? all : rename(all, (name) => `${name}${suffix}`),
  ]);
  return { paths: rename(paths, (name) => `/${suffix.toLowerCase()}${name}`), components: Object.fromEntries(renamed) };
}

function rename(all: Json, to: (name: string) => string): Json {
  return Object.fromEntries(Object.entries(all).map(([name, value]) => [to(name), value]));
}
