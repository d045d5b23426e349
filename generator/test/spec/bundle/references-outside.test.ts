import { symlink } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { bundleSpec } from "../../../src/spec/bundle/bundle-spec.ts";
import { readSpec } from "../../../src/spec/read/read-spec.ts";
import { refusalOf } from "./refusal-of.ts";
import { specFolder } from "./spec-folder.ts";

const secret = "top-secret-content";

function specWith($ref: string, openapi: string) {
  const content = { "application/json": { schema: { $ref } } };
  return { openapi, paths: { "/x": { get: { responses: { "200": { description: "ok", content } } } } } };
}

const pointer = "/paths/~1x/get/responses/200/content/application~1json/schema";

/** A server that counts its requests. */
async function countingServer(answer: string) {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? "");
    response.end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests };
}

for (const openapi of ["3.0.3", "3.1.0"]) {
  const outside = [
    "/etc/passwd",
    "//host/share/a.yaml",
    "\\\\host\\share\\a.yaml",
    "C:\\Windows\\win.ini",
    "c:/windows/win.ini",
    "file:///etc/passwd",
    "FILE:/etc/passwd",
    "data:application/json,{}",
    "ftp://example.com/a.yaml",
    "https://example.com/a.yaml",
    "../outside.yaml",
    "..\\outside.yaml",
    "%2e%2e/outside.yaml",
    "sub/../../outside.yaml",
    "sub/%2e%2e/../outside.yaml#/a",
    "a.yaml%00.json",
    "a\u0000b.yaml",
    "a\n.yaml",
  ];
  for (const ref of outside) {
    test(`H13 a $ref to ${JSON.stringify(ref)} is refused and nothing of the file is shown (${openapi})`, async () => {
      const folder = await specFolder({
        "outside.yaml": `secret: ${secret}`,
        "in/openapi.json": specWith(ref, openapi),
      });
      const source = await readSpec(join(folder, "in", "openapi.json"));
      const refusal = await refusalOf(() => bundleSpec(source));
      expect(refusal).toMatchObject([{ severity: "error", rule: "unsafe-ref", pointer }]);
      expect(refusal[0]?.hint).toBeTruthy();
      expect(JSON.stringify(refusal)).not.toMatch(new RegExp(`${secret}|root:`));
    });
  }

  test(`H13 a $ref to the network makes no connection, even from an unused component or a file (${openapi})`, async () => {
    const { url, requests } = await countingServer("{}");
    const specs = [
      { "openapi.json": specWith(`${url}/a.json`, openapi) },
      { "openapi.json": specWith("a.json", openapi), "a.json": { items: { $ref: `${url}/a.json#/x` } } },
      { "openapi.json": { openapi, paths: {}, components: { schemas: { A: { $ref: `${url}/a.json` } } } } },
      { "openapi.json": { openapi, paths: { "/x": { $ref: `${url}/a.json` } } } },
    ];
    for (const files of specs) {
      const folder = await specFolder(files);
      const source = await readSpec(join(folder, "openapi.json"));
      expect(await refusalOf(() => bundleSpec(source))).toMatchObject([{ rule: "unsafe-ref" }]);
    }
    expect(requests).toEqual([]);
  });

  test.skipIf(process.platform === "win32")(`H13 symbolic links do not lead outside (${openapi})`, async () => {
    const folder = await specFolder({
      "out/a.yaml": `secret: ${secret}`,
      "in/openapi.json": specWith("link/a.yaml", openapi),
    });
    await symlink(join(folder, "out"), join(folder, "in", "link"));
    const source = await readSpec(join(folder, "in", "openapi.json"));
    const refusal = await refusalOf(() => bundleSpec(source));
    expect(refusal).toMatchObject([{ rule: "unsafe-ref", message: expect.stringContaining("symbolic link") }]);
    expect(JSON.stringify(refusal)).not.toContain(secret);
    expect((await bundleSpec(source, { allowRefs: [join(folder, "out")] })).findings).toEqual([]);
  });

  test(`H13 a file that is no document is refused without a word of it (${openapi})`, async () => {
    for (const text of [`root:x:0 "${secret}"\n: ${secret}`, `{"${secret}": ${secret}`, `${secret}`]) {
      const folder = await specFolder({ "openapi.json": specWith("notes.txt", openapi), "notes.txt": text });
      const source = await readSpec(join(folder, "openapi.json"));
      expect(JSON.stringify(await refusalOf(() => bundleSpec(source)))).not.toContain(secret);
    }
  });
}

test("folders allowed by name are read", async () => {
  const folder = await specFolder({
    "lib/a.yaml": "type: string",
    "in/openapi.json": specWith("../lib/a.yaml", "3.0.3"),
  });
  const source = await readSpec(join(folder, "in", "openapi.json"));
  const { document, files } = await bundleSpec(source, { allowRefs: [join(folder, "lib")] });
  expect(document.components).toEqual({ schemas: { a: { type: "string" } } });
  expect(files.map(({ file }) => file)).toEqual([source.file, join(folder, "lib", "a.yaml")]);
});

test("URLs allowed by name are fetched, others on the same host are not", async () => {
  const { url, requests } = await countingServer("properties: {b: {$ref: b.yaml}, c: {type: string}}");
  const allowed = await specFolder({ "openapi.json": specWith(`${url}/lib/a.yaml#/properties/c`, "3.0.3") });
  const source = await readSpec(join(allowed, "openapi.json"));
  const { document, files } = await bundleSpec(source, { allowRefs: [`${url}/lib/`] });
  expect(document.components).toEqual({ schemas: { aC: { type: "string" } } });
  expect(files[1]?.file).toBe(`${url}/lib/a.yaml`);
  expect(requests).toEqual(["/lib/a.yaml"]);
  for (const other of [`${url}/library/a.yaml`, `${url}/lib/../a.yaml`, `${url}/lib/%2e%2e/a.yaml`]) {
    const folder = await specFolder({ "openapi.json": specWith(other, "3.0.3") });
    const refused = await readSpec(join(folder, "openapi.json"));
    expect(await refusalOf(() => bundleSpec(refused, { allowRefs: [`${url}/lib/`] }))).toMatchObject([
      { rule: "unsafe-ref" },
    ]);
  }
  expect(requests).toHaveLength(1);
});
