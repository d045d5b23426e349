import { createHash } from "node:crypto";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { readSpec } from "../../../src/spec/read/read-spec.ts";
import { refusalOf } from "../bundle/refusal-of.ts";
import { specFolder } from "../bundle/spec-folder.ts";

const json = '{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{}}';
const document = JSON.parse(json);

async function read(content: string | Buffer, options?: { maxBytes: number }) {
  const folder = await specFolder({ "api.txt": content });
  return readSpec(join(folder, "api.txt"), options);
}

test("JSON, gzip, YAML and UTF-16 are told apart by their content", async () => {
  const yaml = "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths: {}\n";
  const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(json, "utf16le")]);
  for (const content of [json, `\uFEFF\n ${json}`, gzipSync(json), yaml, gzipSync(yaml), utf16]) {
    const source = await read(content);
    expect(source.document).toEqual(document);
    expect(source.findings).toEqual([]);
    expect(source.sha256).toBe(createHash("sha256").update(content).digest("hex"));
  }
});

test("YAML 1.2 keeps keys, dates, on and no as the text they are", async () => {
  const { document } = await read(
    [
      "%YAML 1.1",
      "---",
      "openapi: 3.1.0",
      "info: {title: no, version: 1.10}",
      "paths: {}",
      "x-values: [on, off, yes, 2024-01-01, 1_000, 0o17, 0x1f, 1e3, -.5, .inf, ~, Null, TRUE, 'true', !!str 12, 12:30]",
      "x-keys: {200: a, on: b, 1.10: c, null: d, true: e}",
    ].join("\n"),
  );
  expect(document).toEqual({
    openapi: "3.1.0",
    info: { title: "no", version: "1.10" },
    paths: {},
    "x-values": [
      "on",
      "off",
      "yes",
      "2024-01-01",
      "1_000",
      15,
      31,
      1000,
      -0.5,
      ".inf",
      null,
      null,
      true,
      "true",
      "12",
      "12:30",
    ],
    "x-keys": { "200": "a", on: "b", "1.10": "c", null: "d", true: "e" },
  });
});

test("YAML aliases are copies and merge keys are merged", async () => {
  const { document } = await read(
    [
      "openapi: 3.1.0",
      "x-a: &a {k: 1, l: &b [2]}",
      "x-b: *b",
      "x-c: {<<: [*a, {m: 3, k: 9}], l: own}",
      "x-d: {l: own, <<: *a}",
      "x-e: {'<<': text}",
    ].join("\n"),
  );
  expect(document).toEqual({
    openapi: "3.1.0",
    "x-a": { k: 1, l: [2] },
    "x-b": [2],
    "x-c": { k: 1, l: "own", m: 3 },
    "x-d": { k: 1, l: "own" },
    "x-e": { "<<": "text" },
  });
  expect(document["x-b"]).not.toBe((document["x-a"] as Record<string, unknown>).l);
});

test("JSON with trailing commas and comments is read as YAML, with a warning", async () => {
  const { document, findings } = await read('{"openapi": "3.0.0", # note\n "x-list": [1, 2,],}\n');
  expect(document).toEqual({ openapi: "3.0.0", "x-list": [1, 2] });
  expect(findings).toMatchObject([{ severity: "warning", rule: "loose-json", pointer: "" }]);
});

test("brackets that stand no further in than their key are read, with a warning", async () => {
  const { document, findings } = await read(
    [
      "openapi: 3.0.0",
      "paths:",
      "  /x:",
      "    required: [",
      "    'a]', # not the end ]",
      "    b",
      "    ]",
      "    example: {",
      '      "k": "[" }',
      "    text: |",
      "      [ no list",
      "    last: [",
      "      c",
      "    ]",
    ].join("\n"),
  );
  expect(document.paths).toEqual({
    "/x": { required: ["a]", "b"], example: { k: "[" }, text: "[ no list\n", last: ["c"] },
  });
  expect(findings).not.toEqual([]);
  for (const finding of findings ?? []) expect(finding).toMatchObject({ severity: "warning", rule: "invalid-yaml" });
});

test("values that start with a reserved character are the text they look like", async () => {
  const { document, findings } = await read("openapi: 3.0.0\nx-a: @handle\nx-b: `code`\n");
  expect(document).toEqual({ openapi: "3.0.0", "x-a": "@handle", "x-b": "`code`" });
  expect(findings).toMatchObject([{ severity: "warning" }, { severity: "warning" }]);
});

test("a key given twice is tolerated when both have the same value, and refused with both places when not", async () => {
  const { document, findings } = await read("openapi: 3.0.0\nx-a: {b: 1}\nx-a: {b: 1}\n");
  expect(document).toEqual({ openapi: "3.0.0", "x-a": { b: 1 } });
  expect(findings).toMatchObject([{ severity: "warning", rule: "duplicate-key" }]);
  const refusal = await refusalOf(() => read("openapi: 3.0.0\npaths:\n  /a: {get: {}}\n  /a: {put: {}}\n"));
  expect(refusal).toMatchObject([{ severity: "error", rule: "duplicate-key", pointer: "" }]);
  expect(refusal[0]?.message).toContain("line 3, column 3 and line 4, column 3");
});

const broken = [
  ["an empty file", "", "empty-file", "is empty"],
  ["blanks only", " \n\t\n", "empty-file", "is empty"],
  ["a list", "[1]", "not-openapi", "a list"],
  ["a text", "hello", "not-openapi", "a single string"],
  ["Swagger 2.0", '{"swagger":"2.0"}', "not-openapi", "Swagger 2.0"],
  ["an AsyncAPI document", "asyncapi: 3.0.0", "not-openapi", "AsyncAPI"],
  ["an overlay", "overlay: 1.0.0", "not-openapi", "Overlay"],
  ["a JSON Schema", '{"$schema":"https://json-schema.org/draft/2020-12/schema"}', "not-openapi", "JSON Schema"],
  ["any other object", "{}", "not-openapi", "no key `openapi`"],
  ["OpenAPI 4", '{"openapi":"4.0.0"}', "unsupported-version", "not supported"],
  ["a version that is no text", '{"openapi":{}}', "unsupported-version", "not supported"],
  ["JSON cut off", '{"openapi":"3.0.0",', "invalid-json", "line 1, column 20"],
  ["JSON with a fault", '{"openapi":"3.0.0",\n "paths" {} : }', "invalid-json", "line 2"],
  ["YAML with a fault", "openapi: 3.0.0\nx: 'a' b\n", "invalid-yaml", "line 2, column 8"],
  ["several YAML documents", "openapi: 3.0.0\n---\nopenapi: 3.0.0\n", "invalid-yaml", "2 YAML documents"],
  ["bytes that are no text", Buffer.from([0x7b, 0xff, 0xff, 0x7d]), "not-text", "UTF-8"],
  ["a damaged gzip", gzipSync(json).subarray(0, 30), "damaged-gzip", "damaged"],
] as const;

for (const [what, content, rule, message] of broken) {
  test(`${what} is refused with what it is and what to do`, async () => {
    const refusal = await refusalOf(() => read(content));
    expect(refusal[0]).toMatchObject({ severity: "error", rule, message: expect.stringContaining(message) });
    expect(refusal[0]?.hint).toBeTruthy();
  });
}

test("missing files and folders are refused", async () => {
  const folder = await specFolder({});
  expect(await refusalOf(() => readSpec(folder))).toMatchObject([{ rule: "unreadable-file", pointer: "" }]);
  expect(await refusalOf(() => readSpec(join(folder, "no.yaml")))).toMatchObject([
    { rule: "unreadable-file", pointer: "", message: '"no.yaml" does not exist.' },
  ]);
});

test("more than the limit is refused, before and after decompression", async () => {
  expect(await refusalOf(() => read(json, { maxBytes: 20 }))).toMatchObject([{ rule: "too-large", pointer: "" }]);
  const bomb = gzipSync(Buffer.alloc(5_000_000, " "));
  expect(bomb.length).toBeLessThan(20_000);
  expect(await refusalOf(() => read(bomb, { maxBytes: 20_000 }))).toMatchObject([{ rule: "too-large", pointer: "" }]);
});

test("messages never quote from a file", async () => {
  for (const content of ["root:x:0:0:secret", '{"secret" 1}', "a: 'secret' secret\n", "secret: {a\n"]) {
    const refusal = await refusalOf(() => read(content));
    expect(JSON.stringify(refusal)).not.toContain("secret");
  }
});

for (const dialect of ["3.0.3", "3.1.0"]) {
  test(`H06 keys named like prototype members survive reading (${dialect})`, async () => {
    const text = `{"openapi":"${dialect}","__proto__":{"polluted":1},"constructor":2,"toString":{"__proto__":3}}`;
    for (const content of [text, text.replace(/^\{/, "{ # YAML\n")]) {
      const { document } = await read(content);
      expect(JSON.stringify(document)).toBe(text);
      expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
      expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    }
  });

  test(`H14 a YAML alias bomb is refused (${dialect})`, async () => {
    const lines = [`openapi: ${dialect}`, "x0: &x0 [lol,lol,lol,lol,lol,lol,lol,lol,lol]"];
    for (let level = 1; level <= 9; level += 1) {
      lines.push(
        `x${level}: &x${level} [${Array(9)
          .fill(`*x${level - 1}`)
          .join(",")}]`,
      );
    }
    await expectBoundedRefusal(lines.join("\n"));
  });

  test(`H14 a chain of merge keys is refused (${dialect})`, async () => {
    const lines = [`openapi: ${dialect}`, "m0: &m0 {k0: 1}"];
    for (let level = 1; level < 3_000; level += 1)
      lines.push(`m${level}: &m${level} {<<: *m${level - 1}, k${level}: 1}`);
    await expectBoundedRefusal(lines.join("\n"));
  });

  test(`H14 an alias inside its own anchor is refused (${dialect})`, async () => {
    await expectBoundedRefusal(`openapi: ${dialect}\nx: &x [*x]\n`);
    await expectBoundedRefusal(`openapi: ${dialect}\nx: &x {<<: *x}\n`);
  });

  test(`H15 YAML nested 10,000 deep is refused (${dialect})`, async () => {
    const refusal = await refusalOf(() => read(`openapi: ${dialect}\nx: ${"[".repeat(10_000)}${"]".repeat(10_000)}\n`));
    expect(refusal).toMatchObject([{ rule: "too-deep" }]);
    const json = `{"openapi":"${dialect}","paths":{"/a":${'{"b":'.repeat(10_000)}1${"}".repeat(10_000)}}}`;
    expect(await refusalOf(() => read(json))).toMatchObject([
      { rule: "too-deep", pointer: expect.stringMatching(/^\/paths\/~1a\/b/) },
    ]);
    const blocks = Array.from({ length: 600 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n");
    expect(await refusalOf(() => read(`openapi: ${dialect}\n${blocks}\n`))).toMatchObject([{ rule: "too-deep" }]);
  });
}

async function expectBoundedRefusal(yaml: string): Promise<void> {
  const before = process.memoryUsage().heapUsed;
  const start = performance.now();
  const refusal = await refusalOf(() => read(yaml));
  expect(refusal).toMatchObject([
    { severity: "error", rule: "yaml-alias-bomb", message: expect.stringContaining("line") },
  ]);
  // Tests share the machine; alone it takes about a tenth of this.
  expect(performance.now() - start).toBeLessThan(2_000);
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(256_000_000);
}
