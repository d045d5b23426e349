import { readdirSync } from "node:fs";
import { registerHooks } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Imports every program below a folder, one after the other, with a `fetch` that answers anything, and prints as JSON what
 * each has sent. Arguments: the root of the package, and its name.
 */
const [, , root = "", name = ""] = process.argv;
const source = pathToFileURL(path.join(root, "src/index.ts")).href;
registerHooks({ resolve: (specifier, context, next) => next(specifier === name ? source : specifier, context) });

const sent: { method: string; path: string }[] = [];
globalThis.fetch = async (input, init) => {
  const { method, url } = new Request(input, init);
  sent.push({ method, path: new URL(url).pathname });
  return method === "HEAD" ? new Response(null) : Response.json({});
};
const print = console.log;
console.log = () => undefined;
console.error = () => undefined;

const examples = path.join(root, "docs/examples");
const programs = readdirSync(examples, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
const runs = [];
for (const program of programs.sort()) {
  sent.length = 0;
  process.exitCode = 0;
  let error: string | undefined;
  try {
    await import(pathToFileURL(path.join(examples, program)).href);
  } catch (thrown) {
    error = String(thrown);
  }
  if (process.exitCode !== 0) error ??= "the program took the answer for an error";
  runs.push({ program: program.replaceAll("\\", "/"), sent: [...sent], error });
}
process.exitCode = 0;
print(JSON.stringify({ runs, hacked: "hacked" in globalThis }));
