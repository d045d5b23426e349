import { renderEditor } from "../editor/render-editor.ts";
import { renderPaging } from "../paging/render-paging.ts";
import { renderStarts } from "../start/render-starts.ts";
import type { ComparisonResults } from "./comparison-results.ts";
import { figureTable } from "./figure-table.ts";
import { figures } from "./figures.ts";
import { peers } from "./peer.ts";

/**
 * The part of the comparison page that is measured.
 * @param machine when and where, as a sentence
 */
export function comparisonFigures(results: ComparisonResults, machine: string): string {
  const { paging, starts, wholeStarts, editor, failures } = results;
  return `Medians of rounds in which all take turns, all from one run; the best of each line is bold. "Whole API" is the vendor's
whole beta spec, otherwise it is [ours](../spec/openapi.beta.yaml) with five operations; the vendor's package is the whole API
in any case. A dash: not there, or not measured. What a call costs, in full: [calls](calls.md); generating and compiling:
[performance](performance.md).

${figureTable(figures(results), peers)}

### Start

Each in a fresh process, \`import()\` included in the answers. Over the stub, the classes of \`fetch\` are loaded before; over
loopback nothing is. What peers generate is bundled into one file first, which Node loads faster than many; ours is loaded as
it is published. In the bundle of one call everything counts that is loaded at first.

${renderStarts(starts)}

The same of clients of the whole API:

${renderStarts(wholeStarts)}

### Paging

Pages of 250 tasks from a server in another process, each reader in a process of its own. Live is what the heap holds after
collections of garbage, beyond what it held before; peak is the whole process, Node and packages included. The vendor's
paginator gives all rows at once; the others give one after the other.

${renderPaging(paging)}

### Editor

A program that imports one operation of the client of the whole API, opened in a language server that has just started: \`tsserver\`
of TypeScript before 7, \`tsc --lsp\` since. Every answer is checked to be of use.

${renderEditor(editor)}
${gaveUp(failures)}
${machine}
`;
}

function gaveUp(failures: readonly string[]): string {
  if (failures.length === 0) return "";
  return `
### Gave up

${failures.map((failure) => `- ${failure.replace(/\s+/g, " ").trim()}`).join("\n")}
`;
}
