import type { Random } from "./random.ts";

/**
 * The generator sfc32 (Chris Doty-Humphrey's PractRand), four 32-bit words of state, seeded by text or number.
 * Not for secrets.
 */
export function createRandom(seed: number | string): Random {
  const text = String(seed);
  let [a, b, c, d] = [hash(text, 0x9e3779b9), hash(text, 0x243f6a88), hash(text, 0xb7e15162), 1];

  function word(): number {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  // The first words still show how alike two seeds are.
  for (let round = 0; round < 12; round++) word();

  const next = () => word() / 2 ** 32;
  const integer = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    integer,
    pick<T>(items: readonly T[]): T {
      if (items.length === 0) throw new RangeError("Nothing to pick from: the list is empty.");
      return items[integer(0, items.length - 1)] as T;
    },
    chance: (share) => next() < share,
    id: () => Array.from({ length: 4 }, () => word().toString(16).padStart(8, "0")).join(""),
  };
}

/** FNV-1a over UTF-16 units, in 32 bits. */
function hash(text: string, basis: number): number {
  let value = basis;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  return value >>> 0;
}
