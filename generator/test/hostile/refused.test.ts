import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { Json, JsonObject } from "../../src/spec/json.ts";
import { fromPointer } from "../../src/spec/json-pointer.ts";
import { own } from "../../src/spec/walk/own.ts";
import { hostileDocument } from "./hostile-document.ts";
import { payloads } from "./payloads.ts";
import { accepts } from "./positions/accepts.ts";
import { positions } from "./positions.ts";
import { refusalOf } from "./refusal-of.ts";
import { runCli } from "./run-cli.ts";
import { specFolder } from "./spec-folder.ts";

/** Positions whose text is cleaned before it is planted, so that nothing is left to refuse. */
const CLEANED = new Set(["operation servers", "media type of a request"]);

const responses = { 200: { description: "Fine." } };

function withParameter(openapi: string, parameter: JsonObject): JsonObject {
  const parameters = [{ schema: { type: "string" }, ...parameter }];
  return { openapi, info: { title: "T", version: "1" }, paths: { "/a": { get: { parameters, responses } } } };
}

function withPath(openapi: string, at: string, item: JsonObject = { get: { responses } }): JsonObject {
  return { openapi, info: { title: "T", version: "1" }, paths: { "/fine": { get: { responses } }, [at]: item } };
}

const reordering = (text: string) => /[\u2028-\u202e\u2066-\u2069]/.test(text);

describe.each(["3.0.3", "3.1.0"])("OpenAPI %s", (openapi) => {
  const strict = positions.filter(({ kind, name }) => kind !== "text" && !CLEANED.has(name));

  test.each([
    ["H04 H18", "line breaks and control characters", (text: string) => !reordering(text) && !/\p{Cs}/u.test(text)],
    ["H05", "marks that reorder or break text", reordering],
  ])(
    "%s %s are refused in every name that becomes code or is sent, with a pointer to it (%#)",
    async (_, __, isMeant) => {
      const wrong: string[] = [];
      for (const position of strict) {
        if (position.name === "webhooks" && openapi !== "3.1.0") continue;
        if (["const", "keywords of JSON Schema with names"].includes(position.name) && openapi !== "3.1.0") continue;
        for (const { text } of payloads.filter((one) => isMeant(one.text) && !accepts(position, one.text))) {
          if (position.kind === "token" && text === "__proto__") continue;
          const document = hostileDocument(openapi, [text], [position], () => true);
          const findings = await refusalOf(document);
          const pointers = findings.filter(({ pointer }) => leadsTo(document, pointer));
          if (findings.length === 0 || pointers.length < findings.length) {
            wrong.push(
              `${position.name} ${JSON.stringify(text)}: ${JSON.stringify(findings.map(({ pointer }) => pointer))}`,
            );
          }
        }
      }
      expect(wrong).toEqual([]);
    },
    60_000,
  );

  test(`H05 halves of characters are refused in every name that is sent (${openapi})`, async () => {
    for (const position of strict.filter(({ kind }) => kind === "name" || kind === "segment")) {
      if (position.name === "webhooks" && openapi !== "3.1.0") continue;
      const document = hostileDocument(openapi, ["a\ud800b"], [position], () => true);
      expect([position.name, (await refusalOf(document)).length > 0]).toEqual([position.name, true]);
    }
  });

  test(`H06 a component called __proto__ is refused (${openapi})`, async () => {
    const document = JSON.parse(
      `{"openapi":"${openapi}","info":{"title":"T","version":"1"},"paths":{},"components":{"schemas":{"__proto__":{"type":"string"}}}}`,
    ) as JsonObject;
    expect(await refusalOf(document)).toMatchObject([{ pointer: "/components/schemas/__proto__" }]);
    expect(({} as JsonObject).type).toBeUndefined();
  });

  test(`H08 a duplicate operationId is refused, with both pointers (${openapi})`, async () => {
    const twice = { get: { operationId: "same", responses }, put: { operationId: "same", responses } };
    const [finding, ...others] = await refusalOf(withPath(openapi, "/a", twice));
    expect(others).toEqual([]);
    expect(finding?.message).toContain("/paths/~1a/get");
    expect(finding?.message).toContain("/paths/~1a/put");
  });

  test.each(["/..", "/a/../../b", "/.", "/a/./b", "/%2e%2e/b", "/a/.%2E", "/a\\..\\b"])(
    `H10 the path %s, which would be another one on the wire, is refused (${openapi})`,
    async (at) => {
      const [finding] = await refusalOf(withPath(openapi, at));
      expect(finding).toMatchObject({ rule: "path-text", pointer: `/paths/${at.replaceAll("/", "~1")}` });
    },
  );

  test.each(["X-A\r\nEvil: 1", "X A", "X:A", "", "Ünicode", "Authorization", "authorization", "HOST", "Cookie"])(
    `H18 the header parameter %j is refused (${openapi})`,
    async (name) => {
      const findings = await refusalOf(withParameter(openapi, { name, in: "header" }));
      expect(findings.length).toBeGreaterThan(0);
      for (const { pointer } of findings) expect(pointer).toMatch(/^\/paths\/~1a\/get\/parameters\/0/);
    },
  );

  const refused: [string, JsonObject, string][] = [
    ["H04", withPath(openapi, "/a\r\nHost: evil"), "/paths/~1a"],
    ["H05", withPath(openapi, "/a\u202eb"), "/paths/~1a"],
    [
      "H08",
      withPath(openapi, "/a", { get: { operationId: "a", responses }, put: { operationId: "a", responses } }),
      "/paths/~1a/put/operationId",
    ],
    ["H18", withParameter(openapi, { name: "Authorization", in: "header" }), "/paths/~1a/get/parameters/0/name"],
  ];
  test.each(refused)(
    `%s a refused spec ends with code 2 and its pointer, and nothing is written (${openapi})`,
    async (_, document, pointer) => {
      const folder = await specFolder({ "in/openapi.json": document });
      const { exit: status, printed } = await runCli(["generate", "--spec", "in/openapi.json", "--out", "out"], folder);
      expect(status).toBe(2);
      expect(printed).toContain(pointer);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal must not get them
      expect(printed).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
      expect(existsSync(path.join(folder, "out"))).toBe(false);
      expect(readdirSync(folder)).toEqual(["in"]);
    },
    30_000,
  );
});

/** Whether a pointer leads to a value of the document, or to the name of one. */
function leadsTo(document: JsonObject, pointer: string): boolean {
  let value: Json | undefined = document;
  for (const token of fromPointer(pointer)) {
    value = Array.isArray(value) ? value[Number(token)] : own(value as Json, token);
    if (value === undefined) return false;
  }
  return pointer !== "";
}
