import type { OperationModel } from "../../../model/client-model.ts";
import type { Json } from "../../../spec/json.ts";
import { componentSchemas, referencedSchemas } from "../../../spec/transforms/schemas/schema-usage.ts";
import type { DocsSource } from "../docs-source.ts";

/** A place where a model is used. */
export interface ModelUse {
  readonly name: string;
  /** Link from a model page. */
  readonly href: string;
  /** What it is there. */
  readonly how: string;
}

/** By key of a component schema: the operations and models that name it. */
export function modelUses(source: DocsSource, anchors: ReadonlyMap<OperationModel, string>): Map<string, ModelUse[]> {
  const uses = new Map<string, Map<string, ModelUse>>();
  const add = (schemas: readonly (Json | undefined)[], use: ModelUse) => {
    for (const key of referencedSchemas(schemas as Json)) {
      const found = uses.get(key) ?? new Map<string, ModelUse>();
      uses.set(key, found);
      if (!found.has(`${use.name} ${use.how}`)) found.set(`${use.name} ${use.how}`, use);
    }
  };
  for (const operation of source.client.operations) {
    const place = { name: operation.name, href: `../methods/${operation.tags[0]}.md#${anchors.get(operation) ?? ""}` };
    const [answers, errors] = [/^2|^default$/, /^[345]/].map((status) =>
      operation.responses.filter((response) => status.test(response.status)).flatMap(({ media }) => schemasOf(media)),
    );
    add([...operation.parameters.map(({ schema }) => schema)], { ...place, how: "parameter" });
    add(schemasOf(operation.body?.media ?? []), { ...place, how: "request body" });
    add(answers ?? [], { ...place, how: "answer" });
    add(errors ?? [], { ...place, how: "error" });
  }
  for (const [key, schema] of Object.entries(componentSchemas(source.document))) {
    const page = source.models.get(key);
    if (page) add([schema], { name: page.name, href: `${page.file}.md`, how: "model" });
  }
  return new Map([...uses].map(([key, found]) => [key, [...found.values()]]));
}

function schemasOf(media: readonly { readonly schema: Json | undefined }[]): (Json | undefined)[] {
  return media.map(({ schema }) => schema);
}
