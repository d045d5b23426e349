import type { JsonPatchOperation } from "@sailkit/beta-client";
import { checkOperations } from "./check-operations.ts";
import type { Pointer, ValueAt, Writable } from "./pointer-types.ts";

/**
 * A JSON Patch (RFC 6902) whose paths and values fit `Target`. Each method gives a new patch; none changes this one.
 * All throw {@link UsageError} for pointers that are none and for values that JSON cannot say, `undefined` among them.
 */
export class JsonPatch<Target> {
  /** The operations so far, as they are sent. */
  readonly operations: readonly JsonPatchOperation[];

  constructor(operations: readonly JsonPatchOperation[] = []) {
    this.operations = operations;
  }

  /** Adds a property, or an entry before the one at an index; `-` is behind the last. */
  add<Path extends Pointer<Target>>(path: Path, value: Writable<ValueAt<Target, Path>>): JsonPatch<Target> {
    return this.#with({ op: "add", path, value });
  }

  /** Replaces what is there. */
  replace<Path extends Pointer<Target>>(path: Path, value: Writable<ValueAt<Target, Path>>): JsonPatch<Target> {
    return this.#with({ op: "replace", path, value });
  }

  /** Removes what is there. */
  remove(path: Pointer<Target>): JsonPatch<Target> {
    return this.#with({ op: "remove", path });
  }

  /** Moves what is at `from` to `path`. */
  move(from: Pointer<Target>, path: Pointer<Target>): JsonPatch<Target> {
    return this.#with({ op: "move", from, path });
  }

  /** Copies what is at `from` to `path`. */
  copy(from: Pointer<Target>, path: Pointer<Target>): JsonPatch<Target> {
    return this.#with({ op: "copy", from, path });
  }

  /** Makes the whole patch fail where something else is there. */
  test<Path extends Pointer<Target>>(path: Path, value: Writable<ValueAt<Target, Path>>): JsonPatch<Target> {
    return this.#with({ op: "test", path, value });
  }

  /** The operations, so that a patch can be sent as it is. */
  toJSON(): readonly JsonPatchOperation[] {
    return this.operations;
  }

  #with(operation: JsonPatchOperation): JsonPatch<Target> {
    return new JsonPatch([...this.operations, ...checkOperations([operation])]);
  }
}
