import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { inRepository } from "../../../src/config/in-repository.ts";
import { readTree } from "./generated-docs.ts";
import { pageFindings } from "./page-findings.ts";

const page = readFileSync(inRepository("packages/beta-client/docs/methods/task-management.md"), "utf8");
const [, front = "", body = ""] = /^---\n(.*?)\n---\n(.*)$/s.exec(page) ?? [];
const [head = "", ...sections] = body.split(/^## /m);

/** The rows of the table below a heading of level 3, as lists of cells. */
function table(section: string, heading: string): string[][] {
  const [, part = ""] = new RegExp(`^### ${heading}\\n(.*?)(?=^### |\\n\\[\\[Back|$(?![^]))`, "ms").exec(section) ?? [];
  const rows = part.split("\n").filter((line) => line.startsWith("|"));
  return rows.slice(2).map((row) =>
    row
      .slice(2, -2)
      .split(" | ")
      .map((cell) => cell.trim()),
  );
}

const section = (anchor: string) => sections.find((text) => text.startsWith(`${anchor}\n`)) ?? expect.fail(anchor);

describe("the page as a whole has what the page we started from has", () => {
  test("front matter for the site: id, titles, class, keywords, slug, tags", () => {
    const names = ["TaskManagement", "BetaTaskManagement"];
    expect(parse(front)).toEqual({
      id: "beta-task-management",
      title: "TaskManagement",
      pagination_label: "TaskManagement",
      sidebar_label: "TaskManagement",
      sidebar_class_name: "tssdk",
      keywords: ["typescript", "TypeScript", "sdk", ...names],
      slug: "/tools/sdk/typescript/beta/methods/task-management",
      tags: ["SDK", "Software Development Kit", ...names],
    });
  });

  test("a heading, and the base URL that paths are relative to", () => {
    expect(head).toMatch(/^\n# TaskManagement\n/);
    expect(head).toContain("All URIs are relative to `https://sailpoint.api.identitynow.com/beta`.");
  });

  test("a table of methods, each linked to its section, with its request and what it does", () => {
    const rows = head.split("\n").filter((line) => line.startsWith("| "));
    expect(rows).toEqual([
      "| Method | HTTP request | Description |",
      "| --- | --- | --- |",
      "| [**getTaskStatusList**](#get-task-status-list) | **GET** `/task-status` | List completed tasks |",
      "| [**getPendingTasks**](#get-pending-tasks) | **GET** `/task-status/pending-tasks` | List pending tasks |",
      "| [**getPendingTaskHeaders**](#get-pending-task-headers) | **HEAD** `/task-status/pending-tasks` | Count pending tasks |",
      "| [**getTaskStatus**](#get-task-status) | **GET** `/task-status/{id}` | Get one task |",
      "| [**updateTaskStatus**](#update-task-status) | **PATCH** `/task-status/{id}` | Update one task |",
    ]);
    const anchors = sections.map((text) => text.split("\n")[0]);
    expect(rows.slice(2).map((row) => /\(#(.+?)\)/.exec(row)?.[1])).toEqual(anchors);
  });
});

describe("each operation has every part that one there has, in the same order", () => {
  const parts = [
    /^.+\n\n\S/, // the heading, then the summary
    /^`\w+\(client.*\)`$/m, // what the call takes
    /^\[API Spec\]\(https:\/\/developer\.sailpoint\.com\/docs\/api\/beta\/[\w-]+\)$/m,
    /^### Path Parameters$/m,
    /^### Other Parameters$/m,
    /^### Return type$/m,
    /^### HTTP request headers$/m,
    /^- \*\*Content-Type\*\*: /m,
    /^- \*\*Accept\*\*: `application\/json`$/m,
    /^### Errors$/m,
    /^### Scopes and user levels$/m,
    /^### Example$/m,
    /^```ts$/m,
    /^### With the SDK$/m,
    /^\[\[Back to top\]\]\(#\)$/m,
  ];
  test.each(sections.map((text) => [text.split("\n")[0], text]))("%s", (_, text) => {
    const places = parts.map((part) => text?.search(part) ?? -1);
    expect(places).not.toContain(-1);
    expect([...places].sort((a, b) => a - b)).toEqual(places);
  });
});

test("parameters tell name, place, type, description, and notes with default, limits and example", () => {
  expect(table(section("get-task-status-list"), "Other Parameters").slice(0, 2)).toEqual([
    [
      "`limit`",
      "query",
      "`number`",
      "Most items to answer in one page.",
      "Default: `250`<br/>Format: `int32`<br/>0 to 250<br/>Example: `250`",
    ],
    [
      "`offset`",
      "query",
      "`number`",
      "Items to skip before the page starts.",
      "Default: `0`<br/>Format: `int32`<br/>At least 0<br/>Example: `0`",
    ],
  ]);
  expect(table(section("get-task-status"), "Path Parameters")).toEqual([
    ["`id`", "`string`", "Id of the task.", "Required<br/>Example: `7d3f0c5e9a1b4286b1e5d0c8f4a29637`"],
  ]);
});

test("filters and sorters are tables", () => {
  const list = section("get-task-status-list");
  expect(table(list, "Filters")).toEqual([
    ["`completionStatus`", "`eq`, `in`", "`string`", "`SUCCESS`, `WARNING`, `ERROR`, `TERMINATED`, `TEMPERROR`"],
    ["`id`", "`eq`, `in`", "`string`", "any"],
    ["`sourceId`", "`eq`, `in`", "`string`", "any"],
    ["`type`", "`eq`, `in`", "`string`", "any"],
  ]);
  expect(table(list, "Sorters")).toEqual([["`created`", "`created`", "`-created`"]]);
});

test("the request body tells its media type and links its model", () => {
  expect(table(section("update-task-status"), "Request body")).toEqual([
    ["`application/json-patch+json`", "[`JsonPatchOperation[]`](../models/json-patch-operation.md)", "Required"],
  ]);
  expect(section("update-task-status")).toContain("- **Content-Type**: `application/json-patch+json`\n");
  expect(section("get-task-status")).toContain("- **Content-Type**: Not defined\n");
});

test("answers link their model, or say that there is no body and which headers come", () => {
  expect(section("get-task-status-list")).toContain("| 200 | [`TaskStatus[]`](../models/task-status.md) | One page");
  const head = section("get-pending-task-headers");
  expect(head).toContain("| 200 | (empty response body) | The headers of a page of pending tasks. |");
  expect(head).toContain("| `X-Total-Count` | `number` | 200 | How many items there are in all pages together.");
});

test("errors are told by status, with the model of each", () => {
  const rows = table(section("get-task-status"), "Errors").map(([status, type]) => [status, type]);
  const dto = (name: string, file: string) => `[\`${name}\`](../models/${file}.md)`;
  expect(rows).toEqual([
    ["400", dto("ErrorResponseDto", "error-response-dto")],
    ["401", dto("UnauthorizedDto", "unauthorized-dto")],
    ["403", "(empty response body)"],
    ["404", "(empty response body)"],
    ["429", dto("TooManyRequestsDto", "too-many-requests-dto")],
    ["500", dto("ErrorResponseDto", "error-response-dto")],
  ]);
});

test("scopes and user levels are told, and that a change needs the token of a user", () => {
  expect(section("update-task-status")).toContain("- `userAuth` with `idn:task-management:write`\n");
  expect(section("update-task-status")).not.toContain("applicationAuth");
  expect(section("get-task-status")).toContain("one of these levels: `ORG_ADMIN`, `HELPDESK`,");
});

test("a deprecated operation says what to use instead", () => {
  expect(section("get-pending-tasks")).toMatch(/^> \*\*Deprecated\.\*\* .+getTaskStatusList/m);
  expect(section("get-task-status")).not.toContain("Deprecated");
});

test("every page compiles as MDX, leads nowhere else, and shows programs as they stand in their files", async () => {
  const files = readTree(inRepository("packages/beta-client/docs"));
  expect([...files.keys()].filter((file) => file.endsWith(".md"))).toHaveLength(16);
  expect(await pageFindings(files)).toEqual([]);
});
