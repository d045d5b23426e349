import { appendFile, cp, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { expect, test } from "vitest";
import { bundleProgram as bundle } from "../../../generator/src/template/impact/bundle-program.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const one = 'export { createClient, getTaskStatus } from "./src/index.ts";';

test("a bundle holds the operation it imports, and no codec that it does not need", async () => {
  const { modules, code } = await bundle(one, root);
  const own = modules.filter((module) => module.startsWith("src/"));
  expect(own.filter((module) => module.includes("codecs"))).toEqual([]);
  expect(own.filter((module) => module.includes("generated"))).toEqual([
    "src/generated/operations/task-management.ts",
    "src/generated/servers.ts",
  ]);
  expect(code).toContain("/task-status/{id}");
  expect(code).not.toContain("pending-tasks");
});

test("an operation weighs the same wherever else its client has a thousand others", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "sailkit-bundle-"));
  try {
    await cp(path.join(root, "src"), path.join(folder, "src"), { recursive: true });
    await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"), "junction");
    const more = Array.from({ length: 1000 }, (_, index) => {
      const called = `client.call({ id: "o${index}", method: "GET", path: "/o/${index}" }, init, form, media, multipart, raw, styles)`;
      return `export function o${index}(client: Caller, init?: object): Promise<unknown> { return ${called}; }`;
    });
    const imports = ["form", "media", "multipart", "raw", "styles"].map(
      (name) => `import { ${name} } from "../../runtime/codecs/${name}.ts";`,
    );
    await writeFile(
      path.join(folder, "src/generated/operations/others.ts"),
      [...imports, 'import type { Caller } from "../../runtime/types.ts";', ...more].join("\n"),
    );
    await appendFile(path.join(folder, "src/generated/index.ts"), '\nexport * from "./operations/others.ts";\n');
    const [few, many] = [await bundle(one, root), await bundle(one, folder)];
    // A bundler picks other short names where it has read others, and never other code.
    const shape = ({ code }: { code: string }) => code.replace(/[\w$]+/g, "x");
    expect(shape(many) === shape(few)).toBe(true);
    const own = ({ modules }: { modules: readonly string[] }) => modules.filter((module) => module.startsWith("src/"));
    expect(own(many)).toEqual(own(few));
    expect(Math.abs(many.code.length - few.code.length)).toBeLessThan(200);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

test("B01 it runs where there is nothing of Node", async () => {
  const { code } = await bundle(
    `import { createClient, updateTaskStatus } from "./src/index.ts";
     import { multipart } from "./src/runtime/codecs/multipart.ts";
     globalThis.run = (fetch) => {
       const client = createClient({ server: { tenant: "acme" }, fetch });
       const upload = { id: "up", method: "POST", path: "/up", body: "multipart/form-data" };
       const patch = updateTaskStatus(client, { params: { path: { id: "1" } }, body: [] });
       return Promise.all([patch, client.call(upload, { body: { a: new Uint8Array([1]) } }, multipart)]);
     };`,
    root,
  );
  const web = { Blob, FormData, Headers, ReadableStream, Request, Response, URL, URLSearchParams };
  const context = createContext({ ...web });
  runInContext(code, context);
  const seen: string[] = [];
  const fetch = async (request: Request) => {
    seen.push(`${request.method} ${request.url} ${request.headers.get("content-type")?.split(";")[0]}`);
    return Response.json({ id: "1" });
  };
  const results = (await context.run(fetch)) as { data: unknown }[];
  expect(results.map(({ data }) => data)).toEqual([{ id: "1" }, { id: "1" }]);
  expect(seen).toEqual([
    "PATCH https://acme.api.identitynow.com/beta/task-status/1 application/json-patch+json",
    "POST https://acme.api.identitynow.com/beta/up multipart/form-data",
  ]);
});
