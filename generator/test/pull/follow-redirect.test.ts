import { expect, test } from "vitest";
import { followRedirect } from "../../src/pull/follow-redirect.ts";

const from = new URL("https://specs.example.com/beta/spec.json");

test.each([
  ["spec.yaml", "https://specs.example.com/beta/spec.yaml"],
  ["https://specs.example.com/other", "https://specs.example.com/other"],
])("%s is followed", (location, to) => {
  expect(followRedirect(from, location, []).href).toBe(to);
});

test.each([
  ["http://specs.example.com/beta", "without encryption"],
  ["http://mirror.example.com/beta", "without encryption"],
  ["https://mirror.example.com/beta", "run again with --allow-redirect mirror.example.com"],
  ["https://specs.example.com:8443/beta", "--allow-redirect specs.example.com:8443"],
  ["file:///etc/hostname", "no address that can be followed"],
])("%s is not followed: %s", (location, reason) => {
  expect(() => followRedirect(from, location, ["other.example.com"])).toThrow(reason);
});

test("an allowed host is followed, but not without encryption", () => {
  expect(followRedirect(from, "https://mirror.example.com/x", ["mirror.example.com"]).host).toBe("mirror.example.com");
  expect(() => followRedirect(from, "http://mirror.example.com/x", ["mirror.example.com"])).toThrow();
});
