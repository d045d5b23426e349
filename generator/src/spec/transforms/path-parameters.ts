import type { Finding } from "../finding.ts";
import type { JsonObject } from "../json.ts";

/**
 * Path parameters as the template in the path names them: that is what ends up in the URL. Declared ones under another name
 * are matched in order; a place nobody declared takes a string; a declared one without a place is left out.
 */
export function alignPathParameters(
  template: string,
  declared: readonly JsonObject[],
  pointer: string,
): { parameters: JsonObject[]; findings: Finding[] } {
  const places = [...new Set([...template.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string))];
  const strays = declared.filter((parameter) => !places.includes(String(parameter.name)));
  const findings: Finding[] = [];
  const parameters = places.map((place) => {
    const exact = declared.find((parameter) => parameter.name === place);
    if (exact) return exact;
    const stray = strays.shift();
    const named = stray ? `the parameter is declared as "${stray.name}"` : "no parameter declares it";
    findings.push({
      severity: "warning",
      rule: "path-parameter-name",
      pointer,
      message: `The path has the place {${place}}, but ${named}. The client asks for "${place}".`,
      hint: "Use the same name in the path and in the parameter.",
    });
    return { ...(stray ?? { in: "path", schema: { type: "string" } }), name: place, required: true };
  });
  for (const stray of strays) {
    findings.push({
      severity: "warning",
      rule: "path-parameter-unused",
      pointer,
      message: `The path parameter "${stray.name}" has no place in the path and is left out.`,
      hint: `Add {${stray.name}} to the path, or remove the parameter.`,
    });
  }
  return { parameters, findings };
}
