import type { ClientModel } from "../../model/client-model.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import type { ContextValue } from "./context-value.ts";
import { FORM_NOTES } from "./form-notes.ts";
import { originOf } from "./origin-of.ts";
import { ORIGIN_TABLE } from "./origin-table.ts";
import { placePointers, type ValuePlace } from "./place-pointers.ts";
import type { VariableOrigin } from "./variable-origin.ts";

/** What the values of some data are told by. */
export interface ValueOwner {
  readonly document: JsonObject;
  readonly client: ClientModel;
  /** The operation that the data belongs to, and the tag whose module that is in. */
  readonly operation?: string | undefined;
  readonly tag?: string | undefined;
}

/** Every value in some extensions of the skeleton, in order, with where it comes from. Lists and objects are told by their members. */
export function listValues(extensions: JsonObject, owner: ValueOwner): ContextValue[] {
  const values: ContextValue[] = [];
  const { document, client, tag } = owner;
  const operation = client.operations.find(({ name }) => name === owner.operation);
  const visit = (
    name: string,
    shown: string,
    value: Json | undefined,
    place: Pick<ValuePlace, "path" | "passed">,
  ): void => {
    const passed = value === undefined ? place.passed : [...place.passed, value];
    if (Array.isArray(value) && value.length > 0) {
      for (const [index, item] of value.entries())
        visit(`${name}[]`, `${shown}[${index}]`, item, { path: [...place.path, index], passed });
      return;
    }
    if (isObject(value)) {
      for (const [key, member] of Object.entries(value))
        visit(name === "" ? key : `${name}.${key}`, shown === "" ? key : `${shown}.${key}`, member, {
          path: [...place.path, key],
          passed,
        });
      return;
    }
    const origin = originOf(name) ?? firstBelow(name);
    const spec = origin ? placePointers(origin.spec, { document, client, operation, tag, ...place }) : [];
    values.push({
      path: shown,
      ...(operation && { operation: operation.name }),
      value: value ?? false,
      form: value === false || Array.isArray(value) ? FORM_NOTES.condition : FORM_NOTES[origin?.form ?? "condition"],
      spec: spec.map((pointer) => `#${pointer}`),
      transform: origin ? `generator/src/${origin.transform}` : "",
    });
  };
  visit("", "", extensions, { path: [], passed: [] });
  return values;
}

/** For an object or a list that is not there: where its members would come from. */
function firstBelow(name: string): VariableOrigin | undefined {
  return ORIGIN_TABLE.find(({ variable }) => variable.startsWith(`${name}.`) || variable.startsWith(`${name}[]`));
}
