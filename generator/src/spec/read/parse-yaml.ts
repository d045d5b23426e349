import { type Document, parseAllDocuments, type YAMLError } from "yaml";
import type { Finding } from "../finding.ts";
import type { Json } from "../json.ts";
import { SpecRefusal } from "../spec-refusal.ts";
import { limits } from "./limits.ts";
import { refuse } from "./refuse.ts";
import { repairLayout } from "./repair-layout.ts";
import { textPosition } from "./text-position.ts";
import { yamlToJson } from "./yaml-to-json.ts";

/** Breaches of the grammar that leave no doubt about what is meant: `a: @b` and `a: %b` are the strings they look like. */
const harmless: ReadonlySet<string> = new Set(["BAD_SCALAR_START"]);
const maxErrors = 10;

/**
 * Parses one YAML 1.2 document with the core schema.
 *
 * @param name how messages call the text. Messages never quote from the text.
 * @throws SpecRefusal with a position for each breach of the grammar (the first ten), and as `yamlToJson` does.
 */
export function parseYaml(text: string, name: string): { value: Json; findings: readonly Finding[] } {
  if (text.length > limits.maxYamlCharacters) {
    refuse({
      rule: "too-large",
      pointer: "",
      message: `"${name}" has ${text.length} characters of YAML; at most ${limits.maxYamlCharacters} are read.`,
      hint: "Convert the document to JSON, which is read up to the general limit, and much faster.",
    });
  }
  const { document, source, findings } = parseTolerantly(text, name);
  const converted = yamlToJson(document?.contents, source, name);
  return { value: converted.value, findings: [...findings, ...converted.findings] };
}

interface Parsed {
  readonly document: Document | undefined;
  readonly errors: readonly YAMLError[];
}

function parseTolerantly(
  text: string,
  name: string,
): { document: Document | undefined; source: string; findings: Finding[] } {
  const strict = parseOne(text, name);
  if (strict.errors.length === 0) return { document: strict.document, source: text, findings: [] };
  if (strict.errors.some((error) => error.code === "RESOURCE_EXHAUSTION")) refuseDepth(name);
  const repaired = repairLayout(text);
  const second = repaired === text ? strict : parseOne(repaired, name);
  const left = second.errors.filter((error) => !harmless.has(error.code));
  if (left.length > 0) refuseErrors(strict.errors, text, name);
  const warnings = strict.errors.slice(0, maxErrors).map((error): Finding => toFinding(error, text, name, "warning"));
  return { document: second.document, source: repaired, findings: warnings };
}

function parseOne(text: string, name: string): Parsed {
  try {
    const documents = [
      ...parseAllDocuments(text, { schema: "failsafe", prettyErrors: false, uniqueKeys: false, logLevel: "error" }),
    ];
    const errors = documents.flatMap((document) => document.errors);
    const filled = documents.filter((document) => document.contents !== null || document.errors.length > 0);
    if (filled.length > 1 && errors.length === 0) {
      refuse({
        rule: "invalid-yaml",
        pointer: "",
        message: `"${name}" holds ${filled.length} YAML documents, separated by "---"; one is expected.`,
        hint: "Keep one document in the file.",
      });
    }
    return { document: (filled[0] ?? documents[0]) as Document | undefined, errors };
  } catch (error) {
    if (error instanceof SpecRefusal) throw error;
    // The parser recurses into nested collections and runs out of stack at some thousand levels.
    if (error instanceof RangeError) refuseDepth(name);
    return refuse({ rule: "invalid-yaml", pointer: "", message: `"${name}" is no valid YAML.` });
  }
}

function refuseErrors(errors: readonly YAMLError[], text: string, name: string): never {
  throw new SpecRefusal(errors.slice(0, maxErrors).map((error) => toFinding(error, text, name, "error")));
}

function refuseDepth(name: string): never {
  return refuse({
    rule: "too-deep",
    pointer: "",
    message: `"${name}" is nested more than ${limits.maxDepth} levels deep.`,
    hint: "Name the inner parts as components and refer to them.",
  });
}

function toFinding(error: YAMLError, text: string, name: string, severity: Finding["severity"]): Finding {
  const what = error.code.toLowerCase().replaceAll("_", " ");
  return {
    severity,
    rule: "invalid-yaml",
    pointer: "",
    message: `"${name}" breaks the grammar of YAML at ${textPosition(text, error.pos[0])} (${what}).`,
    hint: severity === "error" ? "Correct the document there." : "The meaning is clear, so it was read all the same.",
  };
}
