import { expect, test } from "vitest";
import { operationSections } from "../../src/remark/operation-sections.ts";

const text = (value: string) => ({ type: "text", value });
const heading = (value: string) => ({ type: "heading", depth: 2, children: [text(value)] });
const code = (value: string) => ({ type: "paragraph", children: [{ type: "inlineCode", value }] });

test("a section is headed by its function under the anchor it has, and leads to the explorer", () => {
  const children = [heading("get-task"), code("getTask(client, { params })"), { ...heading("Errors"), depth: 3 }];
  operationSections()({ type: "root", children });
  expect(children).toEqual([
    {
      type: "heading",
      depth: 2,
      children: [text("getTask")],
      data: { id: "get-task", hProperties: { id: "get-task" } },
    },
    {
      type: "paragraph",
      children: [
        { type: "inlineCode", value: "getTask(client, { params })" },
        text(" · "),
        { type: "link", url: "/explorer?operation=getTask", children: [text("Try it in the explorer")] },
      ],
    },
    { type: "heading", depth: 3, children: [text("Errors")] },
  ]);
});

test("other code, code among text, and a second call in a section are left alone", () => {
  const children = [
    code("getTask(client)"),
    heading("a"),
    code("TaskStatus"),
    { type: "paragraph", children: [{ type: "inlineCode", value: "a(client)" }, text(" is called")] },
  ];
  const before = structuredClone(children);
  operationSections()({ type: "root", children });
  expect(children).toEqual(before);
});
