/** A run of lines of two texts that differ, with the lines around it. */
export interface DiffHunk {
  /** Lines counted from 1 where it begins in each text. */
  readonly before: number;
  readonly after: number;
  readonly lines: readonly { readonly sign: " " | "-" | "+"; readonly text: string }[];
}

/** Beyond so many differing lines, the middle counts as replaced: nobody reads more, and the time grows by the square. */
const MOST_EDITS = 1500;

/**
 * Compares two texts by lines (Myers, An O(ND) Difference Algorithm).
 * @param context lines shown around each difference
 */
export function diffLines(before: string, after: string, context = 2): DiffHunk[] {
  const [a, b] = [before.split("\n"), after.split("\n")];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  const edits = editScript(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return hunks(a, b, start, end, edits, context);
}

type Sign = " " | "-" | "+";

/** Which lines to keep, take out and put in, in order. */
function editScript(a: readonly string[], b: readonly string[]): Sign[] {
  const trace: Map<number, number>[] = [];
  let reach = new Map<number, number>([[1, 0]]);
  for (let d = 0; d <= a.length + b.length; d++) {
    if (d > MOST_EDITS) return [...a.map((): Sign => "-"), ...b.map((): Sign => "+")];
    trace.push(new Map(reach));
    const next = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      const [below, above] = [reach.get(k + 1) ?? -1, reach.get(k - 1) ?? -1];
      let x = k === -d || (k !== d && above < below) ? below : above + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return backtrack(trace, a.length, b.length);
    }
    reach = next;
  }
  return [];
}

function backtrack(trace: readonly Map<number, number>[], width: number, height: number): Sign[] {
  const signs: Sign[] = [];
  let [x, y] = [width, height];
  for (let d = trace.length - 1; d >= 0; d--) {
    const reach = trace[d] as Map<number, number>;
    const k = x - y;
    const down = k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
    const from = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (reach.get(from) ?? 0);
    const fromY = d === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      signs.push(" ");
      x -= 1;
      y -= 1;
    }
    if (d === 0) break;
    signs.push(down ? "+" : "-");
    [x, y] = [fromX, fromY];
  }
  return signs.reverse();
}

function hunks(
  a: readonly string[],
  b: readonly string[],
  start: number,
  end: number,
  edits: readonly Sign[],
  context: number,
): DiffHunk[] {
  const signs: Sign[] = [...Array<Sign>(start).fill(" "), ...edits, ...Array<Sign>(end).fill(" ")];
  const changed = signs.flatMap((sign, index) => (sign === " " ? [] : [index]));
  const ranges: [number, number][] = [];
  for (const index of changed) {
    const last = ranges.at(-1);
    if (last && index - context <= last[1] + 1) last[1] = Math.min(signs.length - 1, index + context);
    else ranges.push([Math.max(0, index - context), Math.min(signs.length - 1, index + context)]);
  }
  const result: DiffHunk[] = [];
  let [at, x, y] = [0, 0, 0];
  for (const [from, to] of ranges) {
    for (; at < from; at++) [x, y] = [x + Number(signs[at] !== "+"), y + Number(signs[at] !== "-")];
    const [before, after] = [x + 1, y + 1];
    const lines: DiffHunk["lines"][number][] = [];
    for (; at <= to; at++) {
      const sign = signs[at] ?? " ";
      lines.push({ sign, text: (sign === "+" ? b[y] : a[x]) ?? "" });
      [x, y] = [x + Number(sign !== "+"), y + Number(sign !== "-")];
    }
    result.push({ before, after, lines });
  }
  return result;
}
