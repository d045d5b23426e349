/** What templates can read of a Java class: public fields, and methods without arguments, by name, with their type. */
export type ClassMembers = ReadonlyMap<string, string>;

const PUBLIC = 0x0001;
const STATIC = 0x0008;

/** Sizes of the entries of a constant pool by tag, beside the tag; text has its own length. */
const SIZES: Readonly<Record<number, number>> = {
  3: 4,
  4: 4,
  5: 8,
  6: 8,
  7: 2,
  8: 2,
  9: 4,
  10: 4,
  11: 4,
  12: 4,
  15: 3,
  16: 2,
  17: 4,
  18: 4,
  19: 2,
  20: 2,
};

/**
 * Reads the members of a class file that mustache finds by name (Java Virtual Machine Specification, chapter 4).
 * @throws Error where the bytes are no class file
 */
export function readClassMembers(bytes: Buffer): ClassMembers {
  if (bytes.readUInt32BE(0) !== 0xcafebabe) throw new Error("These bytes are no Java class file.");
  const texts = new Map<number, string>();
  let at = 10;
  const count = bytes.readUInt16BE(8);
  for (let index = 1; index < count; index++) {
    const tag = bytes.readUInt8(at);
    if (tag === 1) {
      const length = bytes.readUInt16BE(at + 1);
      texts.set(index, bytes.toString("utf8", at + 3, at + 3 + length));
      at += 3 + length;
      continue;
    }
    const size = SIZES[tag];
    if (size === undefined) throw new Error(`The class file has a constant of unknown kind ${tag}.`);
    at += 1 + size;
    // Long and double take two numbers.
    if (tag === 5 || tag === 6) index += 1;
  }
  // Access, this class, super class, then the interfaces.
  at += 8 + 2 * bytes.readUInt16BE(at + 6);
  const members = new Map<string, string>();
  for (const kind of ["field", "method"]) {
    let left = bytes.readUInt16BE(at);
    at += 2;
    for (; left > 0; left--) {
      const [access, name, descriptor] = [0, 2, 4].map((offset) => bytes.readUInt16BE(at + offset));
      const isRead = ((access ?? 0) & PUBLIC) !== 0 && ((access ?? 0) & STATIC) === 0;
      if (isRead) add(members, kind, texts.get(name ?? 0) ?? "", texts.get(descriptor ?? 0) ?? "");
      at = afterAttributes(bytes, at + 6);
    }
  }
  return members;
}

function afterAttributes(bytes: Buffer, start: number): number {
  let at = start + 2;
  for (let left = bytes.readUInt16BE(start); left > 0; left--) at += 6 + bytes.readUInt32BE(at + 2);
  return at;
}

function add(members: Map<string, string>, kind: string, name: string, descriptor: string): void {
  if (kind === "field") members.set(name, typeName(descriptor));
  const getter = /^(?:get|is)([A-Z]\w*)$/.exec(name);
  if (kind !== "method" || !descriptor.startsWith("()") || descriptor === "()V") return;
  const property = getter?.[1] ? `${getter[1].charAt(0).toLowerCase()}${getter[1].slice(1)}` : undefined;
  if (property !== undefined && property !== "class" && !members.has(property))
    members.set(property, typeName(descriptor.slice(2)));
}

/** `Ljava/util/List;` → `List`. */
function typeName(descriptor: string): string {
  const plain: Record<string, string> = {
    Z: "boolean",
    I: "int",
    J: "long",
    D: "double",
    F: "float",
    S: "short",
    B: "byte",
    C: "char",
  };
  const arrays = /^\[*/.exec(descriptor)?.[0].length ?? 0;
  const rest = descriptor.slice(arrays);
  const name = plain[rest] ?? rest.slice(1, -1).split("/").at(-1)?.replaceAll("$", ".") ?? rest;
  return name + "[]".repeat(arrays);
}
