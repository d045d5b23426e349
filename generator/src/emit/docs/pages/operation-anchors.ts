import type { OperationModel } from "../../../model/client-model.ts";
import { kebabCase } from "../../../naming/identifier.ts";
import { NameAllocator } from "../../../naming/name-allocator.ts";

/** Headings that every operation has below its own. */
const SECTIONS =
  /^(?:path-parameters|other-parameters|request-body|return-type|http-request-headers|errors|scopes-and-user-levels|filters|sorters|example|with-the-sdk)(?:-\d+)?$/;

/**
 * The heading of each operation, which is its anchor too: unique in every page it stands on, and no name of a section.
 */
export function operationAnchors(operations: readonly OperationModel[]): Map<OperationModel, string> {
  const names = new NameAllocator({ caseInsensitive: true });
  return new Map(
    operations.map((operation) => {
      const wanted = kebabCase(operation.name, "operation");
      const safe = SECTIONS.test(wanted) ? `${wanted}-operation` : wanted;
      return [operation, names.allocate(safe, `${safe}-operation`)];
    }),
  );
}
