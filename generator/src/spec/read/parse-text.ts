import type { Finding } from "../finding.ts";
import type { Json } from "../json.ts";
import { SpecRefusal } from "../spec-refusal.ts";
import { checkLimits } from "./check-limits.ts";
import { refuse } from "./refuse.ts";
import { refuseNesting } from "./refuse-nesting.ts";
import { textPosition } from "./text-position.ts";

/** Characters beyond which broken JSON is not tried as YAML. */
const longForFlow = 5_000_000;

/** A parsed document: a tree in which no two places share an object, nested at most `maxDepth` deep. */
export interface ParsedText {
  readonly value: Json;
  readonly findings: readonly Finding[];
}

/**
 * Parses JSON or YAML, told apart by the content and not by the file's name.
 * What starts like JSON goes to the JSON parser, which takes 50 MB in about half a second; YAML only as a second chance.
 *
 * @param name how messages call the text. Messages never quote from the text.
 * @throws SpecRefusal with a position when it is neither, and when it exceeds `limits`.
 */
export async function parseText(text: string, name: string): Promise<ParsedText> {
  const first = /\S/.exec(text)?.[0];
  if (first === undefined) {
    refuse({
      rule: "empty-file",
      pointer: "",
      message: `"${name}" is empty.`,
      hint: "Give a file with an OpenAPI document.",
    });
  }
  if (first !== "{" && first !== "[") return parseYaml(text, name);
  if (text.length > longForFlow) refuseNesting(text, name, "json");
  let value: Json;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return (await parseAsFlowYaml(text, name)) ?? refuseJson(text, name, error as Error);
  }
  const exceeded = checkLimits(value);
  if (exceeded !== undefined) throw new SpecRefusal([exceeded]);
  return { value, findings: [] };
}

/** The YAML parsers are loaded when they are needed: loading takes longer than reading most specs. */
async function parseYaml(text: string, name: string): Promise<ParsedText> {
  refuseNesting(text, name, "yaml");
  const { parsePlainYaml } = await import("./parse-plain-yaml.ts");
  const plain = parsePlainYaml(text, name);
  if (plain !== undefined) return plain;
  const { parseYaml: parseAnyYaml } = await import("./parse-yaml.ts");
  return parseAnyYaml(text, name);
}

/** JSON with trailing commas, `#` comments or unquoted keys is YAML in flow style. */
async function parseAsFlowYaml(text: string, name: string): Promise<ParsedText | undefined> {
  if (text.length > longForFlow) return undefined;
  refuseNesting(text, name, "yaml");
  try {
    const { value, findings } = await parseYaml(text, name);
    const finding: Finding = {
      severity: "warning",
      rule: "loose-json",
      pointer: "",
      message: `"${name}" looks like JSON but breaks its grammar; it was read as YAML.`,
    };
    return { value, findings: [finding, ...findings] };
  } catch {
    return undefined;
  }
}

function refuseJson(text: string, name: string, error: Error): never {
  // V8 puts an excerpt of the text into its message; only the position may be shown.
  const offset = /at position (\d+)/.exec(error.message)?.[1];
  const where = offset === undefined ? "at its end" : `at ${textPosition(text, Number(offset))}`;
  return refuse({
    rule: "invalid-json",
    pointer: "",
    message: `"${name}" is no valid JSON: the grammar breaks ${where}.`,
    hint: "Correct the document there; a missing comma, quote or bracket just before is the usual cause.",
  });
}
