import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { upstream } from "../../../src/commands/templates/upstream.ts";
import { ensureJar } from "../../../src/java/ensure-jar.ts";
import { pinnedJar } from "../../../src/java/pinned-jar.ts";
import { newestVersion } from "../../../src/template/upstream/newest-version.ts";
import { obtainJar } from "../../../src/template/upstream/obtain-jar.ts";
import { openZip } from "../../../src/template/upstream/open-zip.ts";
import { readClassMembers } from "../../../src/template/upstream/read-class-members.ts";
import { renderUpstream } from "../../../src/template/upstream/render-upstream.ts";
import { writeZip } from "./write-zip.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sailkit-upstream-"));
const changed = path.join(folder, "changed.jar");
let pinned: string;

/** A jar like the pinned one in what is compared, but for some names and one stock template. */
beforeAll(async () => {
  pinned = (await ensureJar()).file;
  const zip = openZip(pinned);
  const kept = zip.names.filter(
    (name) =>
      /^org\/openapitools\/codegen\/(?:model\/)?\w+\.class$|^typescript-axios\//.test(name) && !name.endsWith("/"),
  );
  const entries = new Map(kept.map((name) => [name, zip.read(name)]));
  zip.close();
  const rename = (name: string, from: string, to: string) => {
    const bytes = entries.get(name);
    if (!bytes || from.length !== to.length) throw new Error(`${name} cannot be changed.`);
    entries.set(name, Buffer.from(bytes.toString("latin1").replaceAll(from, to), "latin1"));
  };
  rename("org/openapitools/codegen/CodegenOperation.class", "vendorExtensions", "vendorSupplement");
  rename("org/openapitools/codegen/CodegenOperation.class", "httpMethod", "httpMethud");
  entries.set("typescript-axios/index.mustache", Buffer.from("changed\n"));
  writeZip(changed, entries);
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("the pinned version differs from itself in nothing, and has every name we rely on", async () => {
  const report = await upstream({ jar: pinned });
  expect(report).toMatchObject({ model: [], stock: [], missing: [], output: undefined });
  expect(report.relied).toEqual(["operations", "operation", "vendorExtensions"]);
  expect(report.to.sha256).toBe(pinnedJar.sha256);
});

test("what another version lacks, has besides, and writes otherwise is told, and what of ours that affects", async () => {
  const report = await upstream({ jar: changed });
  expect(report.model).toContainEqual({
    class: "CodegenOperation",
    member: "httpMethod",
    kind: "removed",
    detail: "String",
  });
  expect(report.model).toContainEqual({
    class: "CodegenOperation",
    member: "httpMethud",
    kind: "added",
    detail: "String",
  });
  expect(report.stock.map(({ path: file, status }) => [file, status])).toEqual([["index.mustache", "changed"]]);
  expect(report.missing).toContainEqual({
    name: "vendorExtensions",
    template: "client/operations.mustache",
    line: expect.any(Number),
  });
  const text = renderUpstream(report, { color: false, full: false });
  expect(text).toMatch(
    /templates\/client\/operations\.mustache:\d+ relies on vendorExtensions, which changed does not have\./,
  );
  expect(text).toContain("  - CodegenOperation.httpMethod: String\n");
  expect(text).toMatch(/ {2}index\.mustache \+1 -\d+\n/);
  expect(renderUpstream(report, { color: false, full: true })).toContain("+ changed");
});

test("the pinned jar, run on our templates, prints what it has to", { timeout: 60_000 }, async () => {
  expect((await upstream({ jar: pinned, render: true })).output).toEqual([]);
});

test("what cannot be had is told with what to do", async () => {
  await expect(upstream({ jar: path.join(folder, "none.jar") })).rejects.toThrow("There is no jar");
  await expect(upstream({ to: "../7" })).rejects.toThrow("../7 is no version of openapi-generator");
  await expect(
    obtainJar(undefined, { SAILKIT_MAVEN_MIRROR: "http://127.0.0.1:1", SAILKIT_CACHE_DIR: folder }),
  ).rejects.toThrow(/^The newest openapi-generator cannot be told: .*\. Name one by --to, or a jar by --jar\.$/);
});

test("the newest release is the greatest that a mirror lists, and no older one than ours", async () => {
  let versions = ["9.2.0", "9.10.0", "9.10.0-beta", "8.99.99"];
  const server = createServer((request, response) => {
    const listed = versions.map((version) => `<version>${version}</version>`).join("");
    response.writeHead(request.url?.endsWith("maven-metadata.xml") ? 200 : 404).end(listed);
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => server.once("listening", resolve));
  const env = { SAILKIT_MAVEN_MIRROR: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
  expect(await newestVersion(env)).toBe("9.10.0");
  versions = ["1.0.0"];
  await expect(newestVersion(env)).rejects.toThrow("there is no list of releases");
  server.close();
});

test("bytes that are no zip, and no class, are refused", () => {
  expect(() => openZip(import.meta.filename)).toThrow("is no zip file");
  expect(() => readClassMembers(Buffer.from("not a class file"))).toThrow("no Java class file");
});
