import { callRatio } from "../calls/call-ratio.ts";
import { BARE, VENDOR } from "../clients/contenders.ts";
import type { ComparisonResults } from "./comparison-results.ts";
import type { Peer } from "./peer.ts";

/** A row of the comparison: one figure of every peer. */
export interface Figure {
  readonly title: string;
  /** The bench, as a path from the root of the repository. */
  readonly bench: string;
  readonly decimals: number;
  /** Whether more is better; else less is. */
  readonly isMoreBetter?: boolean;
  /** Undefined where there is none. */
  value(peer: Peer): number | undefined;
}

/** The figures that peers are compared by. */
export function figures({ calls, paging, starts, wholeStarts, compile, editor }: ComparisonResults): Figure[] {
  const [fewer = 0, more = 0] = [...new Set(paging.map(({ rows }) => rows))];
  const read = ({ reader }: Peer, rows: number) => paging.find((row) => row.reader === reader && row.rows === rows);
  const start = ({ contender }: Peer) => starts.find(({ name }) => name === contender);
  // The vendor's package is the same whatever the spec.
  const whole = (peer: Peer) =>
    peer.contender === VENDOR ? start(peer) : wholeStarts.find(({ name }) => name === peer.whole);
  const wear = ({ contender }: Peer) => calls.wear.find(({ name }) => name === contender);
  const versions = [...new Set(compile.map(({ compiler }) => compiler))];
  const compiled = ({ consumer }: Peer, version: string) =>
    compile.find(({ client, compiler }) => client === consumer && compiler === version);
  const edited = ({ consumer }: Peer, version: string) =>
    editor.find(({ client, compiler }) => client === consumer && compiler === version);
  return [
    ...([["stubbed `fetch`", calls.stubbed] as const, ["loopback server", calls.loopback] as const].map(
      ([over, times]) => ({
        title: `a call over a ${over}, × bare fetch`,
        bench: "bench/src/calls/run-calls.ts",
        decimals: 2,
        value: ({ contender }: Peer) => callRatio(times, contender, BARE, "wall"),
      }),
    ) satisfies Figure[]),
    {
      title: "a call of a client that has made 900, µs",
      bench: "bench/src/calls/measure-wear.ts",
      decimals: 0,
      value: (peer) => wear(peer)?.worn,
    },
    startFigure("`import()`, ms", 1, (peer) => start(peer)?.imported),
    startFigure("first answer of a process, ms", 0, (peer) => start(peer)?.loopback),
    startFigure("one call bundled, kB gzip", 1, (peer) => kilo(start(peer)?.weight.bytes)),
    startFigure("whole API: `import()`, ms", 1, (peer) => whole(peer)?.imported),
    startFigure("whole API: one call bundled, kB gzip", 1, (peer) => kilo(whole(peer)?.weight.bytes)),
    startFigure("packages installed", 0, (peer) => start(peer)?.installed.packages),
    startFigure("MB installed", 2, (peer) => kilo(kilo(start(peer)?.installed.bytes))),
    {
      title: `paging ${more.toLocaleString("en")} rows, rows/s`,
      bench: "bench/src/paging/run-paging.ts",
      decimals: 0,
      isMoreBetter: true,
      value: (peer) => read(peer, more)?.rowsPerSecond,
    },
    ...[fewer, more].map((rows) => ({
      title: `paging ${rows.toLocaleString("en")} rows, live MB at most`,
      bench: "bench/src/paging/run-paging.ts",
      decimals: 1,
      value: (peer: Peer) => read(peer, rows)?.liveMegabytes,
    })),
    ...versions.flatMap((version) => [
      {
        title: `whole API: \`tsc\` ${version}, s`,
        bench: "bench/src/speed/compile/measure-consumers.ts",
        decimals: 2,
        value: (peer: Peer) => compiled(peer, version)?.seconds,
      },
      {
        title: `whole API: \`tsc\` ${version}, peak MB`,
        bench: "bench/src/speed/compile/measure-consumers.ts",
        decimals: 0,
        value: (peer: Peer) => compiled(peer, version)?.peakMegabytes,
      },
      editorFigure(`errors known after opening, TypeScript ${version}`, (peer) => edited(peer, version)?.diagnostics),
      editorFigure(`completing a parameter, TypeScript ${version}`, (peer) => edited(peer, version)?.parameters),
    ]),
  ];
}

function startFigure(title: string, decimals: number, value: Figure["value"]): Figure {
  return { title, bench: "bench/src/start/run-starts.ts", decimals, value };
}

function editorFigure(title: string, value: Figure["value"]): Figure {
  return { title: `whole API: ${title}, ms`, bench: "bench/src/editor/run-editor.ts", decimals: 0, value };
}

function kilo(value: number | undefined): number | undefined {
  return value === undefined ? undefined : value / 1_000;
}
