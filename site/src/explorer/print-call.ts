import type { CallInit } from "./build-init.ts";

/** The program that sends what the form says, as someone would write it. */
export function printCall(name: string, init: CallInit, baseUrl: string): string {
  const argument = Object.keys(init).length > 0 ? `, ${printValue(init, "")}` : "";
  return `import { createClient, ${name} } from "@sailkit/beta-client";

const client = createClient({
  baseUrl: ${JSON.stringify(baseUrl)},
  headers: { Authorization: \`Bearer \${process.env.API_TOKEN}\` },
});

const { data, error, response } = await ${name}(client${argument});
if (error) throw new Error(\`\${response.status}: \${JSON.stringify(error)}\`);
console.log(data);`;
}

const PLAIN_KEY = /^[A-Za-z_$][\w$]*$/;
const WIDEST = 80;

function printValue(value: unknown, indent: string): string {
  if (typeof value === "string") return printText(value);
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  const inner = `${indent}  `;
  const print = (at: string) =>
    Array.isArray(value)
      ? value.map((item) => printValue(item, at))
      : Object.entries(value).map(([key, item]) => `${printKey(key)}: ${printValue(item, at)}`);
  const parts = print(inner);
  if (parts.length === 0) return open + close;
  const line = Array.isArray(value) ? `[${parts.join(", ")}]` : `{ ${parts.join(", ")} }`;
  if (line.length + indent.length <= WIDEST && !line.includes("\n")) return line;
  return `${open}\n${parts.map((part) => `${inner}${part},\n`).join("")}${indent}${close}`;
}

function printKey(key: string): string {
  return PLAIN_KEY.test(key) ? key : JSON.stringify(key);
}

/** In single quotes where that spares escapes. */
function printText(text: string): string {
  const json = JSON.stringify(text);
  return text.includes('"') && !text.includes("'") && !/[\\\n]/.test(text) ? `'${text}'` : json;
}
