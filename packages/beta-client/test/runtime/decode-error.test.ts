import { expect, test } from "vitest";
import { DecodeError } from "../../src/index.ts";

const response = new Response(null, { status: 200, headers: { "content-type": "text/html" } });
Object.defineProperty(response, "url", { value: "https://api.example.com/x?token=s3cret" });

test("it says what came from where, without the query", () => {
  const error = new DecodeError(response, "JSON", "<html>", "why");
  expect(error.message).toBe("200 https://api.example.com/x: the body is not JSON but text/html");
  expect(error).toMatchObject({ name: "DecodeError", response, snippet: "<html>", cause: "why" });
});

test("N14 the snippet has at most 1 KB of any text", () => {
  for (const text of ["é ", "\u2028 ", "😀 ", "a "]) {
    const { snippet } = new DecodeError(response, "JSON", text.repeat(5000));
    expect(new TextEncoder().encode(snippet).length).toBeLessThanOrEqual(1024);
    expect(snippet.length).toBeGreaterThan(300);
  }
});

test("A12 the snippet shows nothing that could be a token, even where it is cut", () => {
  const token = `eyJ${"aB3_-".repeat(100)}.sig`;
  const near = `${"x ".repeat(165)}${token}`;
  for (const text of [`{"access_token":"${token}"`, near]) {
    const { snippet } = new DecodeError(response, "JSON", text);
    expect(snippet).not.toContain("eyJ");
    expect(snippet).toContain("[…]");
  }
});
