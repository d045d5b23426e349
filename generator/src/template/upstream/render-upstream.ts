import type { UpstreamReport } from "../../commands/templates/upstream.ts";
import { renderDifferences } from "../preview/render-differences.ts";

/** Lays out what another version of the tool would change, what is ours first. */
export function renderUpstream(report: UpstreamReport, { color, full }: { color: boolean; full: boolean }): string {
  const { from, to, generator, model, stock, missing, output } = report;
  const lines = [`openapi-generator ${from.version} → ${to.version}`, "", "Ours"];
  for (const { template, line, name } of missing)
    lines.push(`  templates/${template}:${line} relies on ${name}, which ${to.version} does not have.`);
  if (missing.length === 0)
    lines.push(`  All names of the tool that our templates rely on are there: ${report.relied.join(", ")}.`);
  if (output === undefined) lines.push("  --render runs the other jar on our spec, and compares what it prints.");
  else if (output.length === 0) lines.push("  What our templates print is the same, byte for byte.");
  else lines.push(`  What our templates print differs in ${output.length} files:`);
  lines.push("", `Data model: ${model.length === 0 ? "the same" : `${model.length} differences`}`);
  for (const { class: name, member, kind, detail } of full ? model : model.slice(0, 40)) {
    const sign = { added: "+", removed: "-", retyped: "~" }[kind];
    lines.push(`  ${sign} ${name}${member === undefined ? "" : `.${member}`}: ${detail}`);
  }
  if (!full && model.length > 40) lines.push(`  … and ${model.length - 40} more; --full shows all`);
  lines.push("", `Stock templates of ${generator}: ${stock.length === 0 ? "the same" : `${stock.length} differ`}`);
  const text = full
    ? renderDifferences(stock, { color, most: Number.POSITIVE_INFINITY })
    : stock
        .map(
          ({ path, status, added, removed }) =>
            `  ${path} ${status === "changed" ? "" : `(${status}) `}+${added} -${removed}\n`,
        )
        .join("");
  const printed = output && output.length > 0 ? `\n${renderDifferences(output, { color })}` : "";
  return `${lines.join("\n")}\n${text}\nTo pin it: "version": "${to.version}", "sha256": "${to.sha256}" in generator/openapitools.json, then \`pnpm generate\` and \`pnpm check:templates\`.\n${printed}`;
}
