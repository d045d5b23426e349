import { consumerTable } from "./consumer-table.ts";
import { declarationTable } from "./declaration-table.ts";
import { growthTable } from "./growth-table.ts";
import { jvmTable } from "./jvm-table.ts";
import type { SpeedResults } from "./results.ts";
import { scenarioTable } from "./scenario-table.ts";
import { table } from "./table.ts";
import { targetTable } from "./target-table.ts";
import { targets } from "./targets.ts";

/** All tables, each below its heading and what one has to know to read it. */
export function renderTables(results: SpeedResults): string {
  const { rounds, facts, scenarios, jvm, growth, consumers, declarations, failures } = results;
  const spec = [...scenarios, ...consumers].at(-1)?.spec;
  const sections = [
    spec === "whole-beta" &&
      section(
        "Targets",
        `On the spec ${spec}. Where there are several figures, for memory of the JVM and growth, the largest counts. CPU time is what other load on the machine moves least.`,
        targetTable(targets(results)),
      ),
    scenarios.length > 0 &&
      section(
        "Generate",
        `Medians of ${rounds} ${rounds === 1 ? "round" : "rounds"}, in which all tools take turns; slow tools run in one. openapi-typescript alone makes types and no operations. A changed template is one that every module of operations is printed with.`,
        scenarioTable(scenarios),
      ),
    jvm && jvm.length > 0 && section("Memory of the JVM", "The process that sailkit starts, by itself.", jvmTable(jvm)),
    growth.length > 0 &&
      section(
        "Growth",
        "The largest spec, and all its operations and schemas twice and four times under other names; each line against the one before it.",
        growthTable(growth),
      ),
    consumers.length > 0 &&
      section(
        "Compile",
        "A program that calls two or three operations and imports the whole generated client, as source unless said otherwise, under `strict`; openapi-typescript is used with openapi-fetch. None exceeds the compiler's depth, or it would be named below.",
        consumerTable(consumers),
      ),
    declarations.length > 0 &&
      section(
        "Declarations",
        "The `.d.ts` of the modules of operations, against functions over openapi-fetch whose types are inferred from the same schema.",
        declarationTable(declarations),
      ),
    failures.length > 0 &&
      section(
        "Gave up",
        "Tools that have no line above, and why.",
        failures.map((failure) => `- ${oneLine(failure)}`).join("\n"),
      ),
    section(
      "Run",
      "",
      table(
        ["", ""],
        Object.entries(facts).map(([name, fact]) => [name, fact]),
      ),
    ),
  ];
  return sections.filter((text) => text !== false && text !== undefined).join("\n");
}

function section(title: string, words: string, text: string): string {
  return `## ${title}\n\n${words && `${words}\n\n`}${text}\n`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
