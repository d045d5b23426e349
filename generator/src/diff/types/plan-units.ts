import type { OperationModel } from "../../model/client-model.ts";
import { componentSchemas } from "../../spec/transforms/schemas/schema-usage.ts";
import { literal } from "../../text/literal.ts";
import type { SpecSide } from "../spec-side.ts";
import { operationTypes } from "./operation-types.ts";
import { schemaWays } from "./schema-ways.ts";
import { serversType } from "./servers-type.ts";
import type { TypeScope } from "./type-scope.ts";
import type { TypeUnit } from "./type-unit.ts";

/** Everything that has to be compared, component schemas first: a schema that breaks is reported where it stands. */
export function planUnits(old: SpecSide, next: SpecSide, scope: TypeScope): TypeUnit[] {
  const units: Omit<TypeUnit, "alias">[] = [...modelUnits(old, next, scope), ...operationUnits(old, next, scope)];
  const servers = [serversType(old.prepared.client.servers), serversType(next.prepared.client.servers)] as const;
  if (servers[0] !== servers[1] && servers[0] !== "never") {
    const types = { oldType: servers[0], newType: servers[1] };
    units.push({ kind: "servers", direction: "request", subject: "", functions: [], ...types });
  }
  return units.map((unit, index) => ({ ...unit, alias: `Unit${index}` }));
}

function modelUnits(old: SpecSide, next: SpecSide, scope: TypeScope): Omit<TypeUnit, "alias">[] {
  const before = componentSchemas(old.prepared.types);
  const after = componentSchemas(next.prepared.types);
  const inputs = inputKeys(after);
  const inBoth = new Set([...scope.changed].filter((key) => Object.hasOwn(before, key) && Object.hasOwn(after, key)));
  const units: Omit<TypeUnit, "alias">[] = [];
  const ways = schemaWays(old.prepared.types, inBoth);
  const later = schemaWays(next.prepared.types, new Set([...inBoth, ...inputs.values()]));
  for (const [key, { request, response }] of ways) {
    const type = typeOf(key);
    const unit = { kind: "model", subject: key, oldType: type, newType: type } as const;
    const sent = { ...unit, direction: "request", functions: [...request].sort() } as const;
    const input = inputs.get(key);
    if (response.size > 0) units.push({ ...unit, direction: "response", functions: [...response].sort() });
    if (request.size === 0) continue;
    const isSent = later.get(key)?.request.size !== 0;
    if (isSent || input === undefined) units.push(sent);
    else units.push({ ...sent, newType: typeOf(input) });
    // What was sent under this name is sent under another, or under none: values that consumers annotate with the old name
    // must still be what they were, and go where they went.
    if (!isSent) units.push({ ...sent, kind: "split", newType: input === undefined ? "" : typeOf(input) });
  }
  return units;
}

function typeOf(key: string): string {
  return `components["schemas"][${literal(key)}]`;
}

/** By key: the key of the schema for what is sent, where there are two. */
function inputKeys(schemas: object): Map<string, string> {
  const keys = Object.keys(schemas);
  const inputs = keys.flatMap((key) =>
    [`${key}Input`, `${key}RequestInput`].filter((input) => keys.includes(input)).map((input) => [key, input] as const),
  );
  return new Map(inputs);
}

function operationUnits(old: SpecSide, next: SpecSide, scope: TypeScope): Omit<TypeUnit, "alias">[] {
  const before = new Map(old.prepared.client.operations.map((operation) => [operation.name, operation]));
  return next.prepared.client.operations.flatMap((operation) => {
    const known = before.get(operation.name);
    return known && scope.operations.has(operation.name) ? unitsOf(known, operation) : [];
  });
}

function unitsOf(old: OperationModel, next: OperationModel): Omit<TypeUnit, "alias">[] {
  const before = operationTypes(old);
  const after = operationTypes(next);
  return (["init", "data", "error"] as const).map((kind) => ({
    kind,
    direction: kind === "init" ? ("request" as const) : ("response" as const),
    subject: next.name,
    functions: [next.name],
    oldType: before[kind],
    newType: after[kind],
  }));
}
