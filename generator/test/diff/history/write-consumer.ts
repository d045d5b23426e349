import type { SpecSide } from "../../../src/diff/spec-side.ts";
import { packageExports } from "../../../src/diff/types/package-exports.ts";
import { schemaWays } from "../../../src/diff/types/schema-ways.ts";
import { readOperations } from "../../../src/diff/wire/read-operations.ts";
import type { SpecOperation } from "../../../src/diff/wire/spec-operation.ts";
import type { Json, JsonObject } from "../../../src/spec/json.ts";
import { fromPointer, toPointer } from "../../../src/spec/json-pointer.ts";
import { componentSchemas } from "../../../src/spec/transforms/schemas/schema-usage.ts";
import { consumerReads, type ReaderNames } from "./consumer-reads.ts";
import { consumerValue, type Makers } from "./consumer-value.ts";

/** A program that uses everything a package offers, and for each of its lines what it is about. */
export interface Consumer {
  readonly lines: readonly string[];
  /** By index of the line: id of an operation, `schema:Key`, or `export`. */
  readonly owners: readonly string[];
}

/**
 * Writes the program of a consumer of one version: every name imported, every operation called with every parameter and body,
 * every field of every answer read as the type the spec gives it.
 */
export function writeConsumer({ document, prepared }: SpecSide): Consumer {
  const program: { text: string; owner: string }[] = [];
  const add = (owner: string, ...lines: string[]) => program.push(...lines.map((text) => ({ text, owner })));
  const { client } = prepared;
  for (const one of packageExports(client).values()) {
    const owner = one.operation === "" ? `schema:${one.origin}` : one.operation;
    const isType = one.kind === "model" || one.kind === "operation type" || /^[A-Z]/.test(one.name);
    add(owner, `import { ${isType ? "type " : ""}${one.name} } from "./src/index.ts";`);
  }
  for (const { name, id, tags } of client.operations) {
    for (const tag of tags)
      add(id, `export { ${name} as ${name}$${tag.replaceAll("-", "_")} } from "./src/generated/operations/${tag}.ts";`);
  }
  add("export", 'import { type Caller, createClient } from "./src/index.ts";');
  add(
    "export",
    "declare const client: Caller;",
    "declare function given<T>(): T;",
    "declare function use<T>(value: T): void;",
  );
  const names = new Map(client.schemas.map(({ key, name }) => [key, name]));
  const schemas = componentSchemas(document);
  const readers = new Map(Object.keys(schemas).map((key, index) => [key, `read${index}`]));
  const ways = schemaWays(prepared.types, new Set(names.keys()));
  const reader: ReaderNames = {
    readerOf: (key) => (ways.get(key)?.response.size ? readers.get(key) : undefined),
  };
  const makers = new Map<string, string>();
  for (const [index, key] of Object.keys(schemas).entries()) {
    const sent = [`${key}Input`, `${key}RequestInput`, key].find((name) => ways.get(name)?.request.size);
    if (sent !== undefined) makers.set(key, `make${index}(): ${names.get(sent)}`);
  }
  const makerOf: Makers = (pointer) => makers.get(componentKey(pointer) ?? "")?.replace(/: .*/, "");
  for (const [key, node] of Object.entries(schemas)) {
    const part = { node: node as Json, pointer: toPointer(["components", "schemas", key]) };
    const name = reader.readerOf(key);
    if (name !== undefined) {
      const reads = consumerReads(document, [part], "value", reader);
      const signature = `export function ${name}(value: NonNullable<${names.get(key)}>): void {`;
      add(`schema:${key}`, signature, "use<unknown>(value);", ...reads, "}");
    }
    const maker = makers.get(key);
    if (maker !== undefined) {
      // Hoisted alone, so that a slip in what it returns takes nothing else with it.
      add(
        `schema:${key}`,
        `export function ${maker} {`,
        `return ${consumerValue(document, [part], makerOf)};`,
        "throw new Error();",
        "}",
      );
    }
  }
  for (const [index, operation] of readOperations(document, client.operations).entries()) {
    add(operation.model.id, ...callLines(document, operation, index, reader, makerOf));
  }
  for (const [index, server] of client.servers.entries()) {
    const variables = server.variables.map(({ name, enum: values }) => {
      const type = values.length > 0 ? values.map((value) => JSON.stringify(value)).join(" | ") : "string";
      return `${JSON.stringify(name)}: given<${type}>()`;
    });
    add(
      "export",
      `createClient({ server: { ${[...(index > 0 ? [`url: ${JSON.stringify(server.url)}`] : []), ...variables].join(", ")} } });`,
    );
  }
  return { lines: program.map(({ text }) => text), owners: program.map(({ owner }) => owner) };
}

function callLines(
  document: JsonObject,
  operation: SpecOperation,
  index: number,
  names: ReaderNames,
  makers: Makers,
): string[] {
  const { model } = operation;
  const lines: string[] = [];
  const places = new Map<string, string[]>();
  for (const parameter of operation.parameters) {
    const value = parameter.schema.length > 0 ? consumerValue(document, parameter.schema) : "given<string>()";
    places.set(parameter.in, [...(places.get(parameter.in) ?? []), `${JSON.stringify(parameter.name)}: ${value}`]);
  }
  const params = [...places].map(([place, members]) => `${place}: { ${members.join(", ")} }`).join(", ");
  const init = params === "" ? [] : [`params: { ${params} }`];
  const [media] = operation.body?.media.filter(({ essence }) => /json$/.test(essence)) ?? [];
  if (media) init.push(`body: ${consumerValue(document, media.schema)}`);
  else if (operation.body) init.push("body: given<never>()");
  lines.push(`export async function call${index}(): Promise<void> {`);
  lines.push(`void ${model.name}(client, { ${init.join(", ")} });`);
  if (media) {
    const body = consumerValue(document, media.schema, makers, ["body"]);
    lines.push(`void ${model.name}(client, { ...given<${model.initName}>(), body: ${body} });`);
  }
  lines.push(`const result = await ${model.name}(client, given<never>());`);
  lines.push("if (result.error === undefined) {", "const data = result.data;", "use<unknown>(data);");
  const success = operation.responses.filter(({ status }) => status.startsWith("2"));
  const bodies = success.map((response) => response.media.filter(({ essence }) => /json$/.test(essence)));
  const [body] = bodies[0] ?? [];
  // What may be one of several things is told apart in ways no program can be written for here.
  if (model.method !== "head" && success.length === 1 && success[0]?.media.length === 1 && body) {
    lines.push(...consumerReads(document, body.schema, "data", names, 1));
  }
  lines.push(
    "} else {",
    "const error = result.error;",
    "use<unknown>(error);",
    ...errorLines(document, operation, names),
    "}",
    "}",
  );
  for (const { name, operators, type } of model.filters ?? []) {
    const value = type === "integer" ? "number" : type;
    lines.push(`given<(value: ${model.filtersName}[${JSON.stringify(name)}]["value"]) => void>()(given<${value}>());`);
    for (const operator of operators) {
      lines.push(`use<${model.filtersName}[${JSON.stringify(name)}]["operators"]>(${JSON.stringify(operator)});`);
    }
  }
  for (const sorter of model.sorters ?? []) {
    lines.push(`use<NonNullable<${model.initName}["~sorters"]>>(${JSON.stringify(sorter)});`);
  }
  return lines;
}

/** Errors are told apart by whether they carry `statusText`, which only the runtime's own error has. */
function errorLines(document: JsonObject, operation: SpecOperation, names: ReaderNames): string[] {
  const bodies = operation.responses
    .filter(({ status }) => !/^[12]/.test(status))
    .flatMap(({ media }) => media.flatMap(({ schema }) => schema));
  const refs = new Set(bodies.map(({ node }) => JSON.stringify(node)));
  const [only] = bodies;
  if (operation.model.method === "head" || refs.size !== 1 || !only) return [];
  return ['if (!("statusText" in error)) {', ...consumerReads(document, [only], "error", names, 1), "}"];
}

/** The key of a component schema, from its pointer. */
function componentKey(pointer: string): string | undefined {
  const [first, section, key, ...more] = fromPointer(pointer);
  return first === "components" && section === "schemas" && more.length === 0 ? key : undefined;
}
