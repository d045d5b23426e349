import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { inRepository } from "../../../src/config/in-repository.ts";
import { operationsOf, ownText, resolved, type SpecDocument } from "../../spec/own-text/own-text.ts";
import { firstTable, part, readPage } from "./reference-page.ts";
import { SEED_ANATOMY } from "./seed-anatomy.ts";

const folder = inRepository("packages/beta-client/docs");
const read = (file: string) => readPage(readFileSync(path.join(folder, file), "utf8"));
const page = read("methods/task-management.md");
const document = parse(ownText) as SpecDocument;
const inSpec = operationsOf(document);
const models = readdirSync(path.join(folder, "models")).filter((file) => file !== "index.md");

/** What that page had, as far as the spec has it still. What the spec says of it, another test holds against the page. */
const operations = SEED_ANATOMY.operations.flatMap((seed) => {
  const found = inSpec.find(({ route }) => route === `${seed.method} ${seed.path}`)?.operation;
  if (!found) return [];
  const names = (found.parameters ?? []).map((parameter) => resolved(document, parameter).name);
  const otherParameters = Object.entries(seed.otherParameters).filter(([name]) => names.includes(name));
  return [{ ...seed, otherParameters: Object.fromEntries(otherParameters) }];
});

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
const camel = (anchor: string) => anchor.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const held: [string, string][] = [];
const check = (area: string, name: string, prove: () => void) =>
  test.skipIf(!isOwnText)(name, () => {
    prove();
    held.push([area, name]);
  });
afterAll(() => {
  const lines = held.map(([area, name]) => `  ${area.padEnd(26)} ${name}`);
  console.info(`checklist against the page we started from, ${held.length} held:\n${lines.join("\n")}`);
});

describe("the page", () => {
  check("page", "front matter has the same keys in the same order, and its values in terms of TypeScript", () => {
    const go = /^(?:go|Golang)$/;
    const expected = Object.entries(SEED_ANATOMY.frontMatter).map(([key, value]) => [
      key,
      typeof value === "string"
        ? value.replace("/go/", "/typescript/").replace("gosdk", "tssdk")
        : ["typescript", "TypeScript"]
            .slice(0, value.filter((word) => go.test(word)).length)
            .concat(value.filter((word) => !go.test(word))),
    ]);
    expect(Object.entries(page.front)).toEqual(expected);
  });

  check("page", "the line of the base URL", () => {
    expect(page.head).toContain(`All URIs are relative to \`${SEED_ANATOMY.baseUrl}\`.\n`);
  });

  check("page", "the table of methods: heads, and a row with anchor, method, path and description for each", () => {
    const { heads, rows } = firstTable(page.head);
    expect(heads).toEqual(["Method", "HTTP request", "Description"]);
    const expected = operations.map(({ anchor, method, path: url }) => [
      `[**${camel(anchor)}**](#${anchor})`,
      `**${method}** \`${url}\``,
    ]);
    expect(rows.map((row) => row.slice(0, 2))).toEqual(expect.arrayContaining(expected));
    expect(rows.every(([, , description]) => description !== undefined && description.length > 5)).toBe(true);
  });

  check("page", "a section for each operation, and for nothing else", () => {
    const tagged = inSpec.filter(({ operation }) => operation.tags.some((tag) => document.tags[0]?.name === tag));
    const anchors = tagged.map(({ operation }) => kebab(operation.operationId));
    expect([...page.sections.keys()].sort()).toEqual(anchors.sort());
    expect(anchors).toEqual(expect.arrayContaining(operations.map(({ anchor }) => anchor)));
    expect(operations.length).toBeGreaterThan(2);
  });
});

describe.each(operations.map((operation) => [operation.anchor, operation] as const))("%s", (anchor, operation) => {
  const section = page.sections.get(anchor) ?? "";

  check(anchor, "summary, then description", () => {
    const [, summary = "", , ...rest] = section.split("\n");
    expect(section.split("\n")[2]).toMatch(/^\w.{5,}\w$/);
    expect(summary).toBe("");
    expect(rest.join("\n").slice(0, rest.join("\n").indexOf("\n`")).trim().length).toBeGreaterThan(30);
  });

  check(anchor, "link to the API spec", () => {
    expect(section).toContain(`\n[API Spec](${SEED_ANATOMY.apiSpec}${anchor})\n`);
  });

  check(anchor, "path parameters: name, type, description, notes", () => {
    const { heads, rows } = firstTable(part(section, "Path Parameters"));
    expect(rows.map(([name]) => name)).toEqual(operation.pathParameters.map((name) => `\`${name}\``));
    if (rows.length > 0) expect(heads).toEqual(["Name", "Type", "Description", "Notes"]);
    for (const [, type, description, notes] of rows) {
      expect(type).toBe("`string`");
      expect(description).not.toBe("");
      expect(notes).toContain("Required");
    }
  });

  check(anchor, "other parameters: how they are passed, and name, type, description, default", () => {
    const text = part(section, "Other Parameters");
    const { heads, rows } = firstTable(text);
    const told = Object.fromEntries(
      rows.map(([name, , , , notes]) => [name, /Default: `(.*?)`/.exec(notes ?? "")?.[1]]),
    );
    const expected = Object.entries(operation.otherParameters).map(([name, value]) => [`\`${name}\``, value]);
    expect(told).toMatchObject(Object.fromEntries(expected));
    if (rows.length === 0) return;
    expect(heads).toEqual(["Name", "In", "Type", "Description", "Notes"]);
    expect(text).toContain("They are passed in `params.query`.");
    expect(rows.every(([, , type, description]) => type?.startsWith("`") && (description?.length ?? 0) > 10)).toBe(
      true,
    );
  });

  check(anchor, "request body, where there is one, with its type linked", () => {
    const { rows } = firstTable(part(section, "Request body"));
    const expected =
      operation.body === undefined ? [] : [[`\`${operation.contentType}\``, linked(operation.body), "Required"]];
    expect(rows).toEqual(expected);
  });

  check(anchor, "return type, linked to the page of its model, or that the body is empty", () => {
    const [success] = firstTable(part(section, "Return type")).rows;
    const expected = operation.returns === undefined ? "(empty response body)" : linked(operation.returns);
    expect(success?.slice(0, 2)).toEqual(["200", expected]);
  });

  check(anchor, "HTTP request headers: Content-Type and Accept", () => {
    const sent = operation.contentType === undefined ? "Not defined" : `\`${operation.contentType}\``;
    expect(part(section, "HTTP request headers").trim()).toBe(
      `- **Content-Type**: ${sent}\n- **Accept**: \`${SEED_ANATOMY.accept}\``,
    );
  });

  check(anchor, "example: a program with imports, every argument told, error handling, and the answer", () => {
    const [, program = ""] = /^```ts\n(.*?)^```$/ms.exec(part(section, "Example")) ?? [];
    expect(program).toMatch(/^import \{ createClient, \w+ \} from "@sailkit\/beta-client";$/m);
    for (const name of [...operation.pathParameters, ...Object.keys(operation.otherParameters)]) {
      expect(program).toMatch(new RegExp(`^ +// .+\\n +${name}: `, "m"));
    }
    expect(program).toContain("if (error) {");
    if (operation.returns !== undefined)
      expect(program).toContain(`// data: ${operation.returns}\n  console.log(data);`);
    expect(program).toBe(readFileSync(path.join(folder, "examples/task-management", `${anchor}.ts`), "utf8"));
  });

  check(anchor, "back to top", () => {
    expect(section.trimEnd().endsWith("[[Back to top]](#)")).toBe(true);
  });

  check(anchor, "and more than there: errors by status, scopes and user levels, filters, sorters, the sdk", () => {
    expect(firstTable(part(section, "Errors")).rows.map(([status]) => status)).toEqual(
      expect.arrayContaining(["400", "401", "403", "429", "500"]),
    );
    expect(part(section, "Scopes and user levels")).toMatch(/`idn:task-management:\w+`[\s\S]+`ORG_ADMIN`/);
    for (const [heading, name] of [
      ["Filters", "filters"],
      ["Sorters", "sorters"],
    ] as const)
      expect(firstTable(part(section, heading)).rows.length > 0).toBe(name in operation.otherParameters);
    expect(part(section, "With the SDK")).toContain("```ts\n");
  });
});

describe("the pages it links to", () => {
  check("models", "every model has a page with front matter, description, fields and an example", () => {
    const keys = Object.keys(SEED_ANATOMY.frontMatter);
    for (const file of models) {
      const { front, head, sections } = read(`models/${file}`);
      expect(Object.keys(front)).toEqual(keys);
      expect(front.slug).toBe(`/tools/sdk/typescript/beta/models/${file.replace(/\.md$/, "")}`);
      expect(head).toMatch(/^\n# \w+\n\n\S.+\n/);
      expect(head).toContain("can be imported from `@sailkit/beta-client`");
      expect([...sections.keys()]).toEqual(expect.arrayContaining(["Properties"]));
    }
  });

  check("models", "a field tells type, whether it is required and nullable, description, example, values", () => {
    const { heads, rows } = firstTable(read("models/task-status.md").sections.get("Properties") ?? "");
    expect(heads).toEqual(["Name", "Type", "Required", "Nullable", "Description", "Notes"]);
    const row = (name: string) => rows.find(([first]) => first === `\`${name}\``);
    const fields = document.components.schemas?.TaskStatus.properties;
    expect(rows.map(([name]) => name).sort()).toEqual(
      Object.keys(fields)
        .map((name) => `\`${name}\``)
        .sort(),
    );
    expect(row("completionStatus")?.slice(2, 4)).toEqual(["yes", "yes"]);
    expect(row("completionStatus")?.[5]).toMatch(/Values: `SUCCESS`, `WARNING`.+Example: `SUCCESS`/);
    expect(rows.every(([, type, , , description]) => type !== "" && description !== "")).toBe(true);
  });

  check("index pages", "of methods: each tag with its number of methods", () => {
    const { heads, rows } = firstTable(read("methods/index.md").head);
    expect(heads).toEqual(["Page", "Methods", "Description"]);
    expect(rows.map((row) => row.slice(0, 2))).toContainEqual([
      "[TaskManagement](task-management.md)",
      `${page.sections.size}`,
    ]);
  });

  check("index pages", "of models: each model, with what it is", () => {
    const { rows } = firstTable(read("models/index.md").head);
    const linkedFiles = rows.map(([link]) => /\((.+)\)/.exec(link ?? "")?.[1]);
    expect(linkedFiles.sort()).toEqual(models.sort());
  });
});

function linked(type: string): string {
  return `[\`${type}\`](../models/${kebab(type.replace("[]", "")).replace(/^-/, "")}.md)`;
}
