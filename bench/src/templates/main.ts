import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { measureSaves, type SaveTimes } from "./measure-saves.ts";

/** What makes it as fast as it is. */
const WHY = [
  "Templates are rendered in the process of the preview, which a test holds to openapi-generator byte for byte; only what depends on",
  "the saved template is. The spec stays prepared, the compiler stays open (the API of TypeScript 7) and reads again only the files",
  "that changed, and a JVM that was started ahead, with its classes from an archive, waits for its input to confirm the result.",
];

/** How long it takes from the save of a template to the differences, to the verdict of the compiler, and to that of the tool. */
const { values } = parseArgs({
  options: { rounds: { type: "string", default: "9" }, docs: { type: "boolean", default: false } },
});
const rounds = Number(values.rounds);
const repository = path.resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "sailkit-bench-"));
try {
  const rows: string[] = [];
  for (const [name, spec] of specs()) {
    for (const template of ["client/operation.mustache", "docs/operation.mustache"]) {
      const times = await measureSaves({ spec, template, rounds, folder: layer(template) });
      rows.push(`| ${name} | ${template} | ${row(times)} |`);
    }
  }
  report(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Ours, and the vendor's whole one where `SAILKIT_SPECS` has it. */
function specs(): [string, string | undefined][] {
  const whole = path.join(process.env.SAILKIT_SPECS ?? "", "sailpoint-beta-2026-08-22.json.gz");
  if (process.env.SAILKIT_SPECS !== undefined)
    return [
      ["task-management", undefined],
      ["whole-beta", whole],
    ];
  console.warn("SAILKIT_SPECS is not set: the whole beta spec is left out.");
  return [["task-management", undefined]];
}

/** A folder that holds the template alone, to be layered over ours: the templates of the repository stay as they are. */
function layer(template: string): string {
  const place = path.join(folder, template.replaceAll("/", "-"));
  mkdirSync(path.dirname(path.join(place, template)), { recursive: true });
  writeFileSync(path.join(place, template), readFileSync(path.join(repository, "templates", template)));
  return place;
}

function row(times: readonly SaveTimes[]): string {
  const middle = (key: keyof SaveTimes) => `${Math.round(median(times.map((one) => one[key])))}`;
  const worst = (key: keyof SaveTimes) => `${Math.round(Math.max(...times.map((one) => one[key])))}`;
  return [middle("diff"), middle("types"), worst("types"), middle("tool")].join(" | ");
}

/** The middle value. */
function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

function report(rows: readonly string[]): void {
  const lines = [
    `From the save of a template, in milliseconds: medians of ${rounds} saves, in a warm process, on ${cpus().length} cores (${cpus()[0]?.model ?? "unknown"}), Node ${process.versions.node}.`,
    "",
    "| spec | template | differences shown | types checked | slowest | confirmed by openapi-generator |",
    "|---|---|--:|--:|--:|--:|",
    ...rows,
  ];
  console.log(lines.join("\n"));
  const results = path.join(import.meta.dirname, "../../results");
  mkdirSync(results, { recursive: true });
  writeFileSync(path.join(results, "templates.md"), `${lines.join("\n")}\n`);
  if (!values.docs) return;
  const head = [
    "# How fast a template is previewed",
    "",
    "What `pnpm --filter @sailkit/bench templates --docs` wrote last, with `SAILKIT_SPECS` set. The aim: differences and types within",
    "1,000 ms of a save on our spec, and within 2,500 ms on the vendor's whole beta spec.",
    "",
  ];
  writeFileSync(path.join(repository, "docs/template-preview.md"), `${[...head, ...lines, "", ...WHY].join("\n")}\n`);
}
