import { readdir, readFile } from "node:fs/promises";
import { afterEach, describe, expect, test, vi } from "vitest";
import { BetaSdk } from "../../src/beta-sdk.ts";
import type { BetaSdkOptions } from "../../src/beta-sdk-options.ts";
import { optionsFromEnv } from "../../src/config/options-from-env.ts";
import { resolveBaseUrl } from "../../src/config/resolve-base-url.ts";
import { UsageError } from "../../src/errors/usage-error.ts";
import { json } from "../support/fake-server.ts";
import { makeSdk } from "../support/make-sdk.ts";
import { task } from "../support/task.ts";

afterEach(() => vi.unstubAllGlobals());

describe("where the API is", () => {
  test.each([
    [{ tenant: "acme" }, "https://acme.api.identitynow.com/beta"],
    [{ tenant: "Acme-Sb2" }, "https://acme-sb2.api.identitynow.com/beta"],
    [{ baseUrl: "https://api.acme.example/beta/" }, "https://api.acme.example/beta"],
    [{ baseUrl: "http://localhost:8080/beta" }, "http://localhost:8080/beta"],
    [{ baseUrl: "http://127.0.0.1:1/x" }, "http://127.0.0.1:1/x"],
    [{ baseUrl: "http://[::1]:1" }, "http://[::1]:1"],
    [{ baseUrl: "http://app.localhost" }, "http://app.localhost"],
  ])("%j is %s", (location, url) => {
    expect(resolveBaseUrl(location)).toBe(url);
  });

  test.each([{}, { tenant: "acme", baseUrl: "https://acme.example" }])("%j is refused", (location) => {
    expect(() => resolveBaseUrl(location)).toThrow("Give either `tenant`");
  });

  test.each(["http://127.0.0.1.evil.example", "http://localhost.evil.example", "http://evil.example"])(
    "plain http to %s is refused",
    (baseUrl) => {
      expect(() => resolveBaseUrl({ baseUrl })).toThrow(UsageError);
    },
  );
});

describe("the environment", () => {
  const env = {
    SAIL_BASE_URL: "https://acme.api.identitynow.com",
    SAIL_CLIENT_ID: "client",
    SAIL_CLIENT_SECRET: "secret",
  };

  test("gives options, with or without the version in the URL", () => {
    const auth = { clientId: "client", clientSecret: "secret" };
    expect(optionsFromEnv(env)).toEqual({ baseUrl: "https://acme.api.identitynow.com/beta", auth });
    expect(optionsFromEnv({ ...env, SAIL_BASE_URL: "https://x.example/beta/" })).toEqual({
      baseUrl: "https://x.example/beta",
      auth,
    });
    expect(() => new BetaSdk(optionsFromEnv(env))).not.toThrow();
  });

  test("names what is missing", () => {
    expect(() => optionsFromEnv({ SAIL_CLIENT_ID: "x", SAIL_CLIENT_SECRET: "" })).toThrow(
      "Set the environment variables SAIL_BASE_URL, SAIL_CLIENT_SECRET",
    );
    expect(() => optionsFromEnv({ ...env, SAIL_CLIENT_ID: undefined })).toThrow(
      "Set the environment variable SAIL_CLIENT_ID",
    );
  });

  test("is that of the process by default, where there is one", () => {
    vi.stubGlobal("process", { env });
    expect(optionsFromEnv().baseUrl).toBe("https://acme.api.identitynow.com/beta");
    vi.stubGlobal("process", undefined);
    expect(() => optionsFromEnv()).toThrow("SAIL_BASE_URL, SAIL_CLIENT_ID, SAIL_CLIENT_SECRET");
  });
});

describe("options", () => {
  const credentials = { clientId: "x", clientSecret: "y" };
  test.each<[Partial<BetaSdkOptions>, string]>([
    [{ attemptTimeout: 0 }, "`attemptTimeout` must be a number of at least 1, not 0"],
    [{ timeout: -1 }, "`timeout` must be a number of at least 1, not -1"],
    [{ maxBodyBytes: 0 }, "`maxBodyBytes` must"],
    [{ retry: { attempts: 0 } }, "`retry.attempts` must be an integer of at least 1, not 0"],
    [{ retry: { attempts: 1.5 } }, "`retry.attempts` must be an integer of at least 1, not 1.5"],
    [{ retry: { baseDelay: -1 } }, "`retry.baseDelay` must"],
    [{ retry: { maxDelay: Number.NaN } }, "`retry.maxDelay` must"],
    [{ retry: { maxRetryAfter: -1 } }, "`retry.maxRetryAfter` must"],
    [{ rateLimit: { requests: 0, interval: 1 } }, "`rateLimit.requests` must"],
    [{ rateLimit: { requests: 1, interval: -1 } }, "`rateLimit.interval` must"],
    [{ auth: "" }, "`auth` is no usable token"],
    [{ auth: "two words" }, "`auth` is no usable token"],
    [{ auth: "a\r\nb" }, "`auth` is no usable token"],
    [{ auth: { ...credentials, clientId: "" } }, "`auth` needs `clientId` and `clientSecret`"],
    [{ auth: { ...credentials, clientSecret: "" } }, "`auth` needs `clientId` and `clientSecret`"],
    [{ auth: { ...credentials, tokenUrl: "http://evil.example" } }, "`auth.tokenUrl` must be an https URL"],
  ])("%j are refused", (options, message) => {
    expect(() => makeSdk(() => json({}), options)).toThrow(UsageError);
    expect(() => makeSdk(() => json({}), options)).toThrow(message);
  });

  test("what is given as undefined is what is left out", async () => {
    // Users without exactOptionalPropertyTypes may write it.
    const undefinedOptions: object = { retry: { attempts: undefined }, timeout: undefined };
    const { sdk, clock, server } = makeSdk(() => json({}, { status: 503 }), undefinedOptions);
    await clock.settle(sdk.tasks.get("a").catch(() => {}));
    expect(server.calls).toHaveLength(3);
  });

  test("auth that is missing is refused", () => {
    // @ts-expect-error: JavaScript users have no compiler to tell them
    expect(() => new BetaSdk({ tenant: "acme" })).toThrow("`auth` needs `clientId` and `clientSecret`");
  });

  test("headers are sent with every request", async () => {
    const { sdk, clock, server } = makeSdk(() => json(task("a")), { headers: { "User-Agent": "nightly/1" } });
    await clock.settle(sdk.tasks.get("a"));
    expect(server.calls[0]?.headers.get("user-agent")).toBe("nightly/1");
  });

  test("the runtime's fetch is looked up at every request", async () => {
    const sdk = new BetaSdk({ tenant: "acme", auth: "token" });
    vi.stubGlobal("fetch", async () => json(task("a")));
    expect(await sdk.tasks.get("a")).toEqual(task("a"));
  });

  test("retry: false sends once", async () => {
    const { sdk, clock, server } = makeSdk(() => json({}, { status: 503 }), { retry: false });
    await clock.settle(sdk.tasks.get("a").catch(() => {}));
    expect(server.calls).toHaveLength(1);
    await clock.settle(sdk.tasks.get("a", { retry: { attempts: 2 } }).catch(() => {}));
    expect(server.calls).toHaveLength(3);
  });
});

describe("B03: a client secret in a browser", () => {
  const auth = { clientId: "client", clientSecret: "secret" };
  const browser = () => {
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0" });
    vi.stubGlobal("process", undefined);
  };

  test("B03: is refused without an explicit opt-in", () => {
    browser();
    expect(() => new BetaSdk({ tenant: "acme", auth })).toThrow("A client secret in a browser is no secret");
    expect(() => new BetaSdk({ tenant: "acme", auth: { ...auth, dangerouslyAllowBrowser: true } })).not.toThrow();
  });

  test("B03: a token or a source of tokens is not", () => {
    browser();
    expect(() => new BetaSdk({ tenant: "acme", auth: "token" })).not.toThrow();
    expect(() => new BetaSdk({ tenant: "acme", auth: async () => "token" })).not.toThrow();
  });

  test("B03: Node with a DOM for tests, and workers of servers, are no browsers", () => {
    vi.stubGlobal("navigator", { userAgent: "Mozilla/5.0 (linux) jsdom/27" });
    expect(() => new BetaSdk({ tenant: "acme", auth })).not.toThrow();
    vi.stubGlobal("process", undefined);
    for (const navigator of [{ userAgent: "Cloudflare-Workers" }, {}, undefined]) {
      vi.stubGlobal("navigator", navigator);
      expect(() => new BetaSdk({ tenant: "acme", auth })).not.toThrow();
    }
  });
});

test("B04: without AbortSignal.any, AbortSignal.timeout and unref, everything works", async () => {
  vi.stubGlobal("process", undefined);
  const native = globalThis.setTimeout;
  vi.stubGlobal("setTimeout", (callback: () => void, ms: number) => Number(native(callback, ms / 100)));
  vi.spyOn(AbortSignal, "any").mockImplementation(() => {
    throw new TypeError("AbortSignal.any is not a function");
  });
  vi.spyOn(AbortSignal, "timeout").mockImplementation(() => {
    throw new TypeError("AbortSignal.timeout is not a function");
  });
  let calls = 0;
  const sdk = new BetaSdk({
    tenant: "acme",
    auth: { clientId: "client", clientSecret: "secret" },
    timeout: 60_000,
    fetch: async ({ url }) => {
      if (url.endsWith("/oauth/token")) return json({ access_token: "token", expires_in: 749 });
      return ++calls === 1 ? json({}, { status: 503 }) : json(task("a"));
    },
  });
  expect(await sdk.tasks.get("a", { signal: new AbortController().signal })).toEqual(task("a"));
  vi.restoreAllMocks();
});

test("B01: nothing that is published needs process, Buffer or a module of Node", async () => {
  const folder = new URL("../../src/", import.meta.url);
  for (const file of await readdir(folder, { recursive: true })) {
    if (!file.endsWith(".ts")) continue;
    const code = (await readFile(new URL(file, folder), "utf8")).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
    expect(code, file).not.toMatch(/\bBuffer\b|["']node:|\brequire\(|(?<![.?{ ])\bprocess\b\./);
  }
});
