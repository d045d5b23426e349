import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { isOwnText } from "../../../../scripts/is-own-text.ts";
import { inRepository } from "../../../src/config/in-repository.ts";
import { operationsOf, ownText, resolved, type Schema, type SpecDocument } from "../../spec/own-text/own-text.ts";
import { readTree } from "./generated-docs.ts";
import { pageFindings } from "./page-findings.ts";
import { firstTable, part, readPage } from "./reference-page.ts";

const files = readTree(inRepository("packages/beta-client/docs"));

test("every page compiles as MDX, leads nowhere else, and shows programs as they stand in their files", async () => {
  expect([...files.keys()].filter((file) => file.endsWith(".md")).length).toBeGreaterThan(3);
  expect(await pageFindings(files)).toEqual([]);
}, 300_000);

const spec = parse(ownText) as SpecDocument;
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^-/, "");
const pages = new Map(
  [...files].filter(([file]) => /^methods\/(?!index)/.test(file)).map(([file, text]) => [file, readPage(text)]),
);
const sections = new Map([...pages.values()].flatMap((page) => [...page.sections]));
const operations = (isOwnText ? operationsOf(spec) : []).map((one) => ({ ...one, id: one.operation.operationId }));

// A plain second reading of the spec: what is written by hand there can be told without the generator.
describe.skipIf(!isOwnText)("what the pages tell of our own text", () => {
  test("is told of every operation, and in the table of its page", () => {
    expect([...sections.keys()].sort()).toEqual(operations.map(({ id }) => kebab(id)).sort());
    const rows = [...pages.values()].flatMap((page) => firstTable(page.head).rows);
    const expected = operations.map(({ id, route, operation }) => {
      const [method, path] = route.split(" ");
      return [`[**${id}**](#${kebab(id)})`, `**${method}** \`${path}\``, operation.summary];
    });
    expect([...rows].sort()).toEqual(expected.sort());
  });

  describe.each(operations)("$id", ({ id, operation }) => {
    const section = sections.get(kebab(id)) ?? "";

    test("has all parts, in one order", () => {
      const parts = [
        /^.+\n\n\S/, // the heading, then the summary
        /^`\w+\(client.*\)`$/m, // what the call takes
        /^\[API Spec\]\(https:\/\/\S+\)$/m,
        /^### Path Parameters$/m,
        /^### Other Parameters$/m,
        /^### Return type$/m,
        /^### HTTP request headers$/m,
        /^- \*\*Content-Type\*\*: /m,
        /^- \*\*Accept\*\*: `[^`]+`/m,
        /^### Errors$/m,
        /^### Scopes and user levels$/m,
        /^### Example$/m,
        /^```ts$/m,
        /^\[\[Back to top\]\]\(#\)$/m,
      ];
      const places = parts.map((one) => section.search(one));
      expect(places).not.toContain(-1);
      expect([...places].sort((a, b) => a - b)).toEqual(places);
    });

    test("parameters: name, place, type, description, and notes with default, limits and example", () => {
      const all = (operation.parameters ?? []).map((parameter) => resolved(spec, parameter));
      const inPath = all.filter((parameter) => parameter.in === "path");
      expect(firstTable(part(section, "Path Parameters")).rows).toEqual(
        inPath.map(({ name, schema, description, example }) => [
          `\`${name}\``,
          typeName(schema),
          paragraphs(description),
          notes({ required: true, schema, example }),
        ]),
      );
      const others = all.filter((parameter) => parameter.in !== "path");
      expect(firstTable(part(section, "Other Parameters")).rows).toEqual(
        others.map(({ name, in: place, schema, description, required, example }) => [
          `\`${name}\``,
          place,
          typeName(schema),
          paragraphs(description),
          notes({ required, schema, example }),
        ]),
      );
    });

    test("the request body: media types, and its model", () => {
      const content = Object.entries(operation.requestBody?.content ?? {});
      const rows = firstTable(part(section, "Request body")).rows.map((row) => row.slice(0, 2));
      expect(rows).toEqual(content.map(([type, { schema }]) => [`\`${type}\``, linked(schema)]));
      const sent = content.map(([type]) => `\`${type}\``).join(", ");
      expect(section).toContain(`- **Content-Type**: ${sent || "Not defined"}\n`);
    });

    test("answers and errors by status, with the model of each or that there is no body", () => {
      const answers = Object.entries(operation.responses).map(([status, response]) => {
        const { content, description } = resolved(spec, response);
        const [media] = Object.values(content ?? {});
        return [status, media ? linked(media.schema) : "(empty response body)", paragraphs(description)];
      });
      const isGood = ([status]: readonly unknown[]) => /^[123]/.test(String(status));
      expect(firstTable(part(section, "Return type")).rows).toEqual(answers.filter(isGood));
      expect(firstTable(part(section, "Errors")).rows).toEqual(answers.filter((answer) => !isGood(answer)));
    });

    test("headers of answers, with the statuses that have them", () => {
      const told = [...section.matchAll(/^\| `([\w-]+)` \| `\w+` \| ((?:\d+(?:, )?)+) \|/gm)].map((match) =>
        match.slice(1),
      );
      const statuses = new Map<string, string[]>();
      for (const [status, response] of Object.entries(operation.responses))
        for (const name of Object.keys(resolved(spec, response).headers ?? {}))
          statuses.set(name, [...(statuses.get(name) ?? []), status]);
      expect(told.sort()).toEqual([...statuses].map(([name, of]) => [name, of.join(", ")]).sort());
    });

    test("scopes and user levels", () => {
      const schemes = operation.security.flatMap((one) => Object.entries(one));
      const text = part(section, "Scopes and user levels");
      for (const [scheme, scopes] of schemes)
        expect(text).toMatch(`\`${scheme}\` with ${scopes.map((scope) => `\`${scope}\``).join(", ")}\n`);
      for (const scheme of Object.keys(spec.components.securitySchemes ?? {}))
        expect(text.includes(`\`${scheme}\``)).toBe(schemes.some(([name]) => name === scheme));
      for (const level of operation["x-sailpoint-userLevels"]) expect(text).toContain(`\`${level}\``);
    });

    test("filters and sorters, as tables", () => {
      const all = (operation.parameters ?? []).map((parameter) => resolved(spec, parameter));
      const filters = Object.entries(all.find((one) => one["x-sailkit-filters"])?.["x-sailkit-filters"] ?? {});
      expect([...firstTable(part(section, "Filters")).rows].sort()).toEqual(
        filters
          .map(([field, { operators, type, enum: values }]) => [
            `\`${field}\``,
            operators.map((operator) => `\`${operator}\``).join(", "),
            `\`${type}\``,
            values?.map((value) => `\`${value}\``).join(", ") ?? "any",
          ])
          .sort(),
      );
      const sorters = all.find((one) => one["x-sailkit-sorters"])?.["x-sailkit-sorters"] ?? [];
      expect(firstTable(part(section, "Sorters")).rows).toEqual(
        sorters.map((field) => [`\`${field}\``, `\`${field}\``, `\`-${field}\``]),
      );
    });

    test("where it is deprecated, what to use instead", () => {
      const [, instead] = /^> \*\*Deprecated\.\*\* (.+)$/m.exec(section) ?? [];
      expect(instead).toBe(operation["x-deprecated-description"]);
    });
  });
});

/** The type of a plain value. Of others, just that there is one. */
function typeName({ type = "", enum: values }: Schema = {}): unknown {
  if (values || !/^(?:string|number|integer|boolean)$/.test(type)) return expect.stringMatching(/`.+`/);
  return `\`${type === "integer" ? "number" : type}\``;
}

/** A model with a link to its page; a list of it likewise. Of types without a name, just that there is one. */
function linked({ $ref, items }: Schema): unknown {
  const name = ($ref ?? items?.$ref ?? "").replace(/^.*\//, "");
  if (name === "") return expect.stringMatching(/^`.+`$/);
  return `[\`${name}${items ? "[]" : ""}\`](../models/${kebab(name)}.md)`;
}

/** Prose in a cell: a line for each paragraph. */
function paragraphs(text = ""): string {
  return text
    .trim()
    .split(/\n\n+/)
    .map((paragraph) => paragraph.replaceAll("\n", " "))
    .join("<br/>");
}

interface Described {
  readonly required?: boolean | undefined;
  readonly schema?: Schema | undefined;
  readonly example?: unknown;
}

function notes(parameter: Described): unknown {
  const { default: value, format, minimum, maximum, enum: values, items } = parameter.schema ?? {};
  if (values || items) return expect.stringContaining(parameter.required ? "Required" : "");
  const limits = maximum === undefined ? `At least ${minimum}` : `${minimum} to ${maximum}`;
  const all = [
    parameter.required && "Required",
    value !== undefined && `Default: \`${value}\``,
    format && `Format: \`${format}\``,
    minimum !== undefined && limits,
    parameter.example !== undefined && `Example: \`${parameter.example}\``,
  ];
  return all.filter((note) => note).join("<br/>");
}
