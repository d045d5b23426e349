import { expect, test } from "vitest";
import { RequestError } from "../../src/index.ts";
import { type ServerTemplate, serverUrl } from "../../src/runtime/server-url.ts";

const regional: ServerTemplate = {
  url: "https://{region}.api.example.com:{port}/{base}",
  variables: {
    region: { default: "eu-1", enum: ["eu-1", "us-1"] },
    port: { default: "8443" },
    base: { default: "v2" },
  },
};
const anyHost: ServerTemplate = { url: "{scheme}://{host}/api", variables: { scheme: { default: "https" }, host: {} } };

test("defaults fill what is left out, and `url` picks a server", () => {
  expect(serverUrl([regional, anyHost], {})).toBe("https://eu-1.api.example.com:8443/v2");
  expect(serverUrl([regional, anyHost], { url: anyHost.url, host: "a.example.com" })).toBe("https://a.example.com/api");
  expect(serverUrl([regional], { region: "us-1", port: "443", base: "v2/beta" })).toBe(
    "https://us-1.api.example.com:443/v2/beta",
  );
});

test("a default of the spec holds as it is, empty included", () => {
  const server = { url: "https://api.example.com{suffix}", variables: { suffix: { default: "" } } };
  expect(serverUrl([server], {})).toBe("https://api.example.com");
});

test.each([
  [{ region: "us-2" }],
  [{ region: "eu-1.evil.com/" }],
  [{ port: "443@evil.com" }],
  [{ port: "443/x" }],
  [{ base: ".." }],
  [{ base: "a/../b" }],
  [{ base: "a//b" }],
  [{ base: "a?b" }],
  [{ base: "/v2" }],
])("A10 %j is refused", (choice) => {
  expect(() => serverUrl([regional], choice)).toThrow(RequestError);
});

test.each(["evil.com/#", "u@evil.com", "a b", "a.com?x", "", "a..b", "http://evil.com"])(
  "A10 the host %j is refused",
  (host) => expect(() => serverUrl([anyHost], { host })).toThrow(RequestError),
);

test("a variable without default is needed, and nothing inherited counts as given", () => {
  expect(() => serverUrl([anyHost], {})).toThrow(RequestError);
  const odd = { url: "https://{constructor}.example.com", variables: { constructor: {} } } as unknown as ServerTemplate;
  expect(() => serverUrl([odd], {})).toThrow(RequestError);
});

test("variables may be called `url` or like what objects inherit", () => {
  const variables = { url: { default: "a" }, constructor: { default: "b" } } as unknown as ServerTemplate["variables"];
  const odd = { url: "https://{url}.example.com/{constructor}", variables };
  expect(serverUrl([odd], {})).toBe("https://a.example.com/b");
  expect(serverUrl([odd], { url: odd.url })).toBe("https://a.example.com/b");
});

test("a long value is judged at once", () => {
  expect(() => serverUrl([anyHost], { host: `${"a".repeat(50_000)}!` })).toThrow(RequestError);
});
