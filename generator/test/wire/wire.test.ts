import { execFile } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { inRepository } from "../../src/config/in-repository.ts";
import { checkPackage, type WireReport } from "./check-package.ts";
import type { ClientPackage } from "./client-package.ts";
import { startRecordingServer } from "./recording-server.ts";

const features = inRepository("generator/test/fixtures/features");
const extra = process.env.SAILKIT_SPECS;

/** Runs the command, in a process of its own: packages are imported as Node imports them. */
async function run(...parameters: string[]): Promise<WireReport[]> {
  const command = [inRepository("generator/test/wire/run.ts"), "--json", ...parameters];
  const options = { maxBuffer: 1e8 };
  const { stdout } = await promisify(execFile)(process.execPath, command, options).catch(
    (error: { stdout: string }) => {
      if (!error.stdout) throw error;
      return error;
    },
  );
  return JSON.parse(stdout) as WireReport[];
}

const faults = (reports: readonly WireReport[]) =>
  reports.flatMap(({ spec, mismatches }) => mismatches.map((mismatch) => `${spec}: ${mismatch}`));

test("every operation of every one-feature spec is sent as the spec says", { timeout: 60_000 }, async () => {
  const specs = readdirSync(features).filter((file) => file.endsWith(".yaml"));
  const reports = await run("--together", ...specs.map((file) => path.join(features, file)));
  expect(faults(reports)).toEqual([]);
  expect(reports.map(({ spec }) => spec).sort()).toEqual(specs.sort());
});

test("every operation of our own spec is sent as it says", { timeout: 60_000 }, async () => {
  const reports = await run(inRepository("spec/openapi.beta.yaml"));
  expect(faults(reports)).toEqual([]);
  expect(reports.map(({ spec }) => spec)).toEqual(["openapi.beta.yaml"]);
  // Each is called with all there is, and with nothing that may be left out.
  for (const { operations, calls } of reports) expect(calls).toBeGreaterThan(operations);
});

test.skipIf(extra === undefined).each([
  ["sailpoint-beta-2026-08-22.json.gz", 559],
  ["sailpoint-v3.json.gz", 358],
])(
  "every operation of %s is sent as it says (set SAILKIT_SPECS to run this)",
  { timeout: 60_000 },
  async (file, count) => {
    const spec = path.join(extra ?? "", file);
    expect(existsSync(spec)).toBe(true);
    const reports = await run(spec);
    expect(faults(reports)).toEqual([]);
    expect(reports.map(({ operations }) => operations)).toEqual([count]);
  },
);

test("the check notices what is wrong", async () => {
  const schema = { type: "string", enum: ["a b"] };
  const post = {
    parameters: [
      { name: "id", in: "path", required: true, schema },
      { name: "ids", in: "query", required: true, explode: false, schema: { type: "array", items: schema } },
      { name: "X-One", in: "header", required: true, schema },
      { name: "two", in: "cookie", required: true, schema },
    ],
    requestBody: { required: true, content: { "application/json": { schema } } },
    responses: { 200: { content: { "application/json": { schema } } } },
  };
  const server = await startRecordingServer();
  const wrong: ClientPackage = {
    name: "wrong",
    document: { openapi: "3.0.3", paths: { "/things/{id}": { post } } },
    createClient: () => undefined,
    functions: new Map([
      [
        "/paths/~1things~1{id}/post",
        async () => {
          const headers = { "content-type": "text/plain", cookie: "two=a" };
          const response = await fetch(`${server.url}/base/things/a+b?ids=a&ids=b`, {
            method: "PUT",
            body: "{}",
            headers,
          });
          return { data: "a b!", response };
        },
      ],
    ]),
    servers: [],
    remove: async () => {},
  };
  const { mismatches } = await checkPackage(wrong, server);
  await server.close();
  expect(mismatches.slice(0, 8)).toEqual(
    [
      'method: expected "POST", got "PUT"',
      'path: expected "/base/things/a%20b", got "/base/things/a+b"',
      'query: expected [["ids","a b,second"]], got [["ids","a"],["ids","b"]]',
      'cookies: expected [["two","a b"]], got [["two","a"]]',
      'header x-one: expected "a b", got ""',
      'content-type: expected "application/json", got "text/plain"',
      'body: expected "a b", got {}',
      'data: expected "a b", got "a b!"',
    ].map((line) => `POST /things/{id} (application/json): ${line}`),
  );
});
