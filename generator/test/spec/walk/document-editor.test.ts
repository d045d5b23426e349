import { expect, test } from "vitest";
import { DocumentEditor } from "../../../src/spec/walk/document-editor.ts";

test("changes copy only what leads to them", () => {
  const original = { a: { b: [1, 2, 3] }, c: { d: 4 } };
  const editor = new DocumentEditor(original);
  editor.set(["a", "b", 1], "two");
  editor.remove(["a", "b", 0]);
  editor.set(["a", "new"], null);
  editor.remove(["a", "b", 2]);
  const result = editor.result() as typeof original;
  expect(result).toEqual({ a: { b: ["two"], new: null }, c: { d: 4 } });
  expect(original).toEqual({ a: { b: [1, 2, 3] }, c: { d: 4 } });
  expect(result.c).toBe(original.c);
});

test("a document without changes is the original", () => {
  const original = { a: 1 };
  expect(new DocumentEditor(original).result()).toBe(original);
});

test("keys are renamed in place, after changes below them", () => {
  const editor = new DocumentEditor({ r: { a: { x: 1 }, b: 2, c: 3 } });
  editor.rename(["r", "a"], "A");
  editor.set(["r", "a", "x"], 9);
  editor.rename(["r", "b"], "c");
  expect(JSON.stringify(editor.result())).toBe('{"r":{"A":{"x":9},"c":3}}');
});

test("H06 __proto__ is a key like any other", () => {
  const editor = new DocumentEditor(JSON.parse('{"__proto__":{"a":1}}'));
  editor.set(["__proto__", "b"], 2);
  editor.set(["c"], {});
  editor.set(["c", "__proto__"], { polluted: true });
  const result = editor.result();
  expect(JSON.stringify(result)).toBe('{"__proto__":{"a":1,"b":2},"c":{"__proto__":{"polluted":true}}}');
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});
