import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { obtainEdition } from "../../src/pull/obtain-edition.ts";
import { localServer } from "./local-server.ts";

const folder = mkdtempSync(path.join(tmpdir(), "sailkit-edition-"));
const text = "openapi: 3.0.3\n";

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a file, packed or not, by path or by URL, is the same edition", async () => {
  const plain = path.join(folder, "spec.yaml");
  const packed = path.join(folder, "spec.yaml.gz");
  writeFileSync(plain, text);
  writeFileSync(packed, gzipSync(text));
  const edition = await obtainEdition(plain);
  expect(edition).toMatchObject({ name: "spec.yaml", bytes: Buffer.from(text), etag: null, file: plain });
  expect(edition?.sha256).toBe(createHash("sha256").update(text).digest("hex"));
  expect(await obtainEdition(pathToFileURL(plain).href)).toEqual(edition);
  expect(await obtainEdition(packed)).toEqual({ ...edition, name: "spec.yaml.gz", file: packed });
});

test("a file that is missing, or too large, is refused", async () => {
  writeFileSync(path.join(folder, "large.yaml"), "#".repeat(100));
  await expect(obtainEdition(path.join(folder, "none.yaml"))).rejects.toThrow('"none.yaml" does not exist.');
  await expect(obtainEdition(path.join(folder, "large.yaml"), { maxBytes: 99 })).rejects.toThrow("at most 99");
});

test("YAML of unknown length is not taken, since its end may be missing; JSON shows its own end", async () => {
  // As HTTP/1.0 does it: the end of the connection is the end of the answer.
  const server = await localServer((request) => {
    const body = request.url === "/spec.yaml" ? text : '{"openapi":"3.0.3"}';
    request.socket.end(`HTTP/1.0 200 OK\r\ncontent-type: text/plain\r\n\r\n${body}`);
  });
  try {
    const edition = await obtainEdition(`${server.url}/spec.json?token=secret`);
    expect(edition).toMatchObject({ name: `${server.url}/spec.json`, date: undefined, file: undefined });
    await expect(obtainEdition(`${server.url}/spec.yaml`)).rejects.toThrow("does not say how long its answer is");
  } finally {
    await server.close();
  }
});
