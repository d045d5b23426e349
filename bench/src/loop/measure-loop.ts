import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { ROOMS, type Room } from "./rooms.ts";
import { type TimedRun, timedRun } from "./timed-run.ts";

/** How long one waits for something. */
export interface LoopRow {
  readonly what: string;
  readonly seconds: number;
  readonly ok: boolean;
  /** Of `pnpm check`: its tasks, and how many of them held before. */
  readonly tasks: number;
  readonly cached: number;
}

export interface LoopOptions {
  /** Names of rooms. Default: all. */
  readonly only?: readonly string[] | undefined;
  /** Run the whole of `pnpm test` in the fresh clone, too. */
  readonly test: boolean;
  readonly say: (text: string) => void;
}

/**
 * Clones a repository as it is committed into a folder, and measures the way to the first result there, and `pnpm check` after
 * a change of one line in each room.
 */
export async function measureLoop(repository: string, folder: string, options: LoopOptions): Promise<LoopRow[]> {
  const rows: LoopRow[] = [];
  const note = (what: string, run: TimedRun) => {
    // turbo sums up the build first, then the checks, then the tests.
    const [, ...sums] = [...run.printed.matchAll(/^Cached: +(\d+) cached, (\d+) total/gm)];
    const total = (group: 1 | 2) => sums.reduce((sum, match) => sum + Number(match[group]), 0);
    const row = { what, seconds: run.seconds, ok: run.ok, tasks: total(2), cached: total(1) };
    options.say(`${row.ok ? "✔" : "✘"} ${what}: ${row.seconds.toFixed(1)} s`);
    if (!row.ok) options.say(run.printed.split("\n").slice(-60).join("\n"));
    rows.push(row);
  };
  const clone = await timedRun(folder, ["git", "clone", "-q", repository, "clone"]);
  if (!clone.ok) throw new Error(`The repository cannot be cloned: ${clone.printed}`);
  const copy = path.join(folder, "clone");
  const pnpm = (...args: string[]) => timedRun(copy, ["pnpm", ...args]);
  note("fresh clone: `pnpm start`", await pnpm("start"));
  if (options.test) note("then the whole of `pnpm test`", await pnpm("test"));
  note("`pnpm check`, nothing known yet", await pnpm("check"));
  note("`pnpm check` again, nothing changed", await pnpm("check"));
  for (const room of ROOMS.filter(({ name }) => options.only?.includes(name) ?? true)) {
    await change(copy, room);
    const generated = room.generates ? await pnpm("generate", "--no-changeset") : { ok: true, seconds: 0, printed: "" };
    const checked = await pnpm("check");
    const printed = `${generated.ok ? "" : generated.printed}${checked.printed}`;
    const label = room.generates ? "`pnpm generate` and `pnpm check`" : "`pnpm check`";
    note(`${room.name}: ${label}`, {
      ok: generated.ok && checked.ok,
      seconds: generated.seconds + checked.seconds,
      printed,
    });
    await timedRun(copy, ["git", "checkout", "-q", "."]);
  }
  return rows;
}

async function change(copy: string, { file, change: edit }: Room): Promise<void> {
  const place = path.join(copy, file);
  const text = readFileSync(place, "utf8");
  const edited = edit(text);
  if (edited === text)
    throw new Error(`The line to change in ${file} is gone: name another one in bench/src/loop/rooms.ts.`);
  writeFileSync(place, edited);
}
