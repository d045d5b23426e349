import { existsSync, readdirSync, readFileSync } from "node:fs";
import { symlink } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadSpec } from "../../src/pipeline/load-spec.ts";
import type { Json, JsonObject } from "../../src/spec/json.ts";
import { SpecRefusal } from "../../src/spec/spec-refusal.ts";
import { type RecordingServer, startRecordingServer } from "../wire/recording-server.ts";
import { generatePackage } from "./generate-package.ts";
import { runCli } from "./run-cli.ts";
import { specFolder } from "./spec-folder.ts";

const CANARY = "canary-3b1f9c";
const schema = { type: "object", properties: { [CANARY]: { type: "string", description: CANARY } } };

let server: RecordingServer;
beforeAll(async () => {
  server = await startRecordingServer();
  server.answer = { status: 200, type: "application/json", body: JSON.stringify(schema) };
});
afterAll(() => server.close());

const json = (value: Json) => ({ content: { "application/json": { schema: value } } });
const fine = { 200: { description: "Fine." } };
const ref = ($ref: string) => ({ $ref });

/** Every place of a spec where a reference is followed. */
const places: Readonly<Record<string, (to: string) => JsonObject>> = {
  "a schema of an answer": (to) => ({ paths: at({ responses: { 200: { description: "", ...json(ref(to)) } } }) }),
  "a schema of a body": (to) => ({
    paths: at({ requestBody: json({ type: "array", items: ref(to) }), responses: fine }),
  }),
  "a member of allOf": (to) => ({
    paths: {},
    components: { schemas: { A: { allOf: [{ properties: { a: ref(to) } }] } } },
  }),
  "additional properties": (to) => ({ paths: {}, components: { schemas: { A: { additionalProperties: ref(to) } } } }),
  "a parameter": (to) => ({ paths: at({ parameters: [ref(to)], responses: fine }) }),
  "a parameter of a path item": (to) => ({ paths: { "/a": { parameters: [ref(to)], post: { responses: fine } } } }),
  "a request body": (to) => ({ paths: at({ requestBody: ref(to), responses: fine }) }),
  "an answer": (to) => ({ paths: at({ responses: { 200: ref(to) } }) }),
  "a header": (to) => ({ paths: at({ responses: { 200: { description: "", headers: { A: ref(to) } } } }) }),
  "a link": (to) => ({ paths: at({ responses: { 200: { description: "", links: { A: ref(to) } } } }) }),
  "a callback": (to) => ({ paths: at({ callbacks: { A: ref(to) }, responses: fine }) }),
  "a path item": (to) => ({ paths: { "/a": ref(to) } }),
  "a component": (to) => ({ paths: {}, components: { schemas: { A: ref(to) } } }),
  "a security scheme": (to) => ({ paths: {}, components: { securitySchemes: { A: ref(to) } } }),
};

function at(operation: JsonObject): JsonObject {
  return { "/a": { post: operation } };
}

const document = (openapi: string, rest: JsonObject): JsonObject => ({
  openapi,
  info: { title: "T", version: "1" },
  ...rest,
});

/** What is said of a spec, and by which rules; empty where it is accepted. */
async function refusal(spec: string, allowRefs: readonly string[] = []): Promise<{ rules: string[]; said: string }> {
  const reporter = { stage: async <T>(_: string, work: () => T | Promise<T>) => work(), warn: () => {} };
  try {
    await loadSpec({ spec, overlay: undefined, allowRefs }, reporter);
    return { rules: [], said: "" };
  } catch (error) {
    if (!(error instanceof SpecRefusal)) throw error;
    return {
      rules: error.findings.map(({ rule }) => rule),
      said: JSON.stringify(error.findings) + String(error.stack),
    };
  }
}

describe.each(["3.0.3", "3.1.0"])("OpenAPI %s", (openapi) => {
  test.each(Object.keys(places))(
    `H13 %s is not taken from the network, the disk or outside of the folder (${openapi})`,
    async (place) => {
      const folder = await specFolder({ "outside.json": schema, "notes.txt": CANARY });
      const outside = path.join(folder, "outside.json");
      const targets = [
        `${server.url}/schema.json`,
        `${server.url.replace("http:", "HTTP:")}/a.json#/properties`,
        `//${server.url.slice("http://".length)}/a.json`,
        outside,
        pathToFileURL(outside).href,
        "../outside.json",
        "%2e%2e/outside.json#/properties",
        "x/../../outside.json",
        "..\\outside.json",
        "../notes.txt",
        "/etc/passwd",
        "file:///etc/passwd",
        "file://localhost/etc/passwd",
        "data:application/json,{}",
      ];
      for (const target of targets) {
        const rest = places[place]?.(target) ?? {};
        const inner = await specFolder({ "in/openapi.json": document(openapi, rest), "outside.json": schema });
        const { rules, said } = await refusal(path.join(inner, "in/openapi.json"));
        expect([target, ...rules]).toEqual([target, "unsafe-ref"]);
        expect(said).not.toMatch(new RegExp(`${CANARY}|root:x?:`));
      }
      expect(server.take()).toEqual([]);
    },
    30_000,
  );

  test.skipIf(process.platform === "win32")(
    `H13 a symbolic link out of the folder is not followed (${openapi})`,
    async () => {
      const spec = document(openapi, places["a component"]?.("link.json") ?? {});
      const folder = await specFolder({ "in/openapi.json": spec, "outside.json": schema });
      await symlink(path.join(folder, "outside.json"), path.join(folder, "in/link.json"));
      const { rules, said } = await refusal(path.join(folder, "in/openapi.json"));
      expect(rules).toEqual(["unsafe-ref"]);
      expect(said).not.toContain(CANARY);
    },
  );

  test(`H13 a file inside the folder leads nowhere outside either (${openapi})`, async () => {
    for (const target of [`${server.url}/a.json`, "../outside.json"]) {
      const files = { "in/openapi.json": document(openapi, places["a component"]?.("part.json") ?? {}) };
      const part = { type: "array", items: ref(target) };
      const folder = await specFolder({ ...files, "in/part.json": part, "outside.json": schema });
      expect((await refusal(path.join(folder, "in/openapi.json"))).rules).toEqual(["unsafe-ref"]);
    }
    expect(server.take()).toEqual([]);
  });

  test(`H13 what looks like a reference in data is data, and nothing is fetched for a package (${openapi})`, async () => {
    const to = `${server.url}/schema.json`;
    const data = { $ref: to, externalValue: to, $schema: to };
    const example = { example: data, examples: { a: { value: data, externalValue: to } } };
    const answer = {
      200: { description: to, content: { "application/json": { schema: { default: data }, ...example } } },
    };
    const urls = { externalDocs: { url: to }, servers: [{ url: server.url }] };
    const operation = {
      summary: to,
      externalDocs: { url: to },
      responses: answer,
      "x-data": data,
      "x-webhooks": { $ref: to },
    };
    const dialect = openapi === "3.1.0" ? { jsonSchemaDialect: to } : {};
    const flows = { clientCredentials: { tokenUrl: to, refreshUrl: to, scopes: {} } };
    const components = {
      schemas: { A: { type: "object", "x-data": data, enum: [data], xml: { namespace: to } } },
      securitySchemes: {
        a: { type: "oauth2", flows },
        b: { type: "openIdConnect", openIdConnectUrl: to },
      },
    };
    const spec = document(openapi, { ...urls, ...dialect, "x-data": data, paths: at(operation), components });
    const { files } = await generatePackage(spec);
    expect(files.size).toBeGreaterThan(10);
    expect(server.take()).toEqual([]);
  }, 30_000);

  test(`H13 a place allowed by name is read, and no other (${openapi})`, async () => {
    const spec = document(openapi, places["a component"]?.(`${server.url}/lib/schema.json`) ?? {});
    const folder = await specFolder({ "in/openapi.json": spec });
    const file = path.join(folder, "in/openapi.json");
    expect((await refusal(file, [`${server.url}/other/`])).rules).toEqual(["unsafe-ref"]);
    expect(server.take()).toEqual([]);
    expect((await refusal(file, [`${server.url}/lib/`])).rules).toEqual([]);
    expect(server.take().map(({ url }) => url)).toEqual(["/lib/schema.json"]);
  });

  test(`H13 the command line refuses with code 2, connects to nobody, and tells nothing of a file (${openapi})`, async () => {
    for (const target of [`${server.url}/a.json`, "../outside.json", "part.txt"]) {
      const spec = document(openapi, places["a schema of an answer"]?.(target) ?? {});
      const text = `${CANARY}: [\n  "${CANARY}`;
      const folder = await specFolder({ "in/openapi.json": spec, "in/part.txt": text, "outside.json": schema });
      const args = ["generate", "--spec", "in/openapi.json", "--out", "out", "--verbose"];
      const { exit: status, printed } = await runCli(args, folder);
      expect(status).toBe(2);
      expect(printed).not.toContain(CANARY);
      expect(existsSync(path.join(folder, "out"))).toBe(false);
      expect(contents(folder).filter((one) => one.includes(CANARY))).toHaveLength(2);
    }
    expect(server.take()).toEqual([]);
  }, 30_000);
});

/** The text of every file below a folder. */
function contents(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8"));
}
