import type { OperationModel, ParameterModel, SecurityModel } from "../../model/client-model.ts";
import type { JsonObject } from "../../spec/json.ts";
import { firstSentence } from "../../text/first-sentence.ts";
import { docLines } from "./doc-lines.ts";

/** The doc comment of an operation's function. */
export function describeOperation(operation: OperationModel): JsonObject[] {
  const lines = docLines([
    operation.summary,
    operation.description.trim() === operation.summary.trim() ? "" : operation.description,
    `\`${operation.method.toUpperCase()} ${operation.path}\``,
    parameterList(operation.parameters),
    access(operation),
  ]);
  if (operation.deprecated === undefined) return lines;
  // A tag line must not be escaped as text of the spec would be.
  const [first, ...rest] = docLines([operation.deprecated]).map(({ text }) => String(text).trim());
  return [
    ...lines,
    { text: "" },
    { text: ` @deprecated ${first ?? ""}`.trimEnd() },
    ...rest.map((text) => ({ text: ` ${text}` })),
  ];
}

function parameterList(parameters: readonly ParameterModel[]): string {
  return parameters
    .map((parameter) => `- \`${parameter.in}.${parameter.name}\`${notes(parameter)}${brief(parameter.description)}`)
    .join("\n");
}

function notes(parameter: ParameterModel): string {
  const said: string[] = [];
  if (parameter.required) said.push("required");
  if (parameter.default !== undefined) said.push(`default ${JSON.stringify(parameter.default)}`);
  if (parameter.deprecated) said.push("deprecated");
  return said.length > 0 ? ` (${said.join(", ")})` : "";
}

function brief(description: string): string {
  const sentence = firstSentence(description);
  return sentence === "" ? "" : `: ${sentence}`;
}

/** Who may call: schemes with their scopes, and user levels. */
function access(operation: OperationModel): string {
  const alternatives = operation.security
    .filter((schemes) => schemes.length > 0)
    .map((schemes) => schemes.map(scheme).join(" and "));
  const lines = alternatives.length > 0 ? [`Security: ${alternatives.join(", or ")}.`] : [];
  if (operation.userLevels.length > 0) lines.push(`User levels: ${operation.userLevels.join(", ")}.`);
  return lines.join("\n");
}

function scheme({ scheme: name, scopes }: SecurityModel): string {
  return scopes.length > 0 ? `${name} (${scopes.join(", ")})` : name;
}
