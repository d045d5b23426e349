import type { RequestListener } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { type DownloadOptions, download } from "../../src/pull/download.ts";
import { type LocalServer, localServer } from "./local-server.ts";

const servers: LocalServer[] = [];

afterEach(async () => {
  for (const server of servers.splice(0)) await server.close();
});

async function start(listener: RequestListener): Promise<LocalServer> {
  const server = await localServer(listener);
  servers.push(server);
  return server;
}

/** What comes of fetching from a server that answers so: the error's name and message, with the port left out. */
async function failure(listener: RequestListener, options?: DownloadOptions): Promise<string> {
  const { url } = await start(listener);
  const outcome = await download(`${url}/spec.json?token=secret`, options).catch((error: Error) => error);
  if (!(outcome instanceof Error)) return `no error, but ${JSON.stringify(outcome)}`;
  expect(outcome.message).not.toContain("secret");
  return `${outcome.name}: ${outcome.message}`.replaceAll(/127\.0\.0\.1:\d+/g, "HOST");
}

const json = { "content-type": "application/json" };

test("a good answer comes with its ETag and its day", async () => {
  const server = await start((_, response) =>
    response
      .writeHead(200, { ...json, etag: '"v1"', "last-modified": "Sat, 22 Aug 2026 10:00:00 GMT" })
      .end('{"openapi":"3.0.3"}'),
  );
  expect(await download(`${server.url}/spec.json`)).toEqual({
    bytes: Buffer.from('{"openapi":"3.0.3"}'),
    etag: '"v1"',
    lastModified: new Date("2026-08-22T10:00:00Z"),
    isWhole: true,
  });
  expect(server.requests.map(({ headers }) => headers["if-none-match"])).toEqual([undefined]);
});

test("304 to a known ETag means that there is nothing to fetch", async () => {
  const server = await start((request, response) =>
    response.writeHead(request.headers["if-none-match"] === '"v1"' ? 304 : 200, json).end(),
  );
  expect(await download(server.url, { etag: '"v1"' })).toBeUndefined();
  expect(await download(server.url, { etag: '"v0"' })).toMatchObject({ bytes: Buffer.alloc(0) });
});

test("credentials in the address are sent as a header and shown nowhere", async () => {
  const server = await start((_, response) => response.writeHead(500).end());
  const address = server.url.replace("//", "//user:pass%21@");
  await expect(download(address)).rejects.toThrow(/^http:\/\/127\.0\.0\.1:\d+\/ answers with status 500\./);
  expect(server.requests[0]?.headers.authorization).toBe(`Basic ${Buffer.from("user:pass!").toString("base64")}`);
});

describe("what a server does wrong ends in words, and in no other request", () => {
  test("500, with the wait that was asked for", async () => {
    expect(await failure((_, response) => response.writeHead(503, { "retry-after": "120" }).end("busy"))).toBe(
      "PullError: http://HOST/spec.json answers with status 503. Nothing was changed. Try again later, in 120 s at the earliest.",
    );
  });

  test("404", async () => {
    expect(await failure((_, response) => response.writeHead(404, json).end("{}"))).toBe(
      "PullError: http://HOST/spec.json answers with status 404. Nothing was changed. Check the address: --from, or `upstream.url` in source.json.",
    );
  });

  test("304 that nobody asked for", async () => {
    expect(await failure((_, response) => response.writeHead(304).end())).toContain("answers with status 304");
  });

  test("a web page with status 200", async () => {
    const page = (_: unknown, response: Parameters<RequestListener>[1]) =>
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end("<html>log in</html>");
    expect(await failure(page)).toBe(
      'SpecRefusal: /: "http://HOST/spec.json" answers with text/html, not JSON or YAML.',
    );
  });

  test("an answer that is cut off, by its length", async () => {
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, { ...json, "content-length": "1000" });
      response.write("{", () => response.destroy());
    };
    expect(await failure(cut)).toMatch(
      /^PullError: http:\/\/HOST\/spec\.json cannot be fetched: the transfer broke off\. /,
    );
  });

  test("an answer that is cut off, by its chunks", async () => {
    const cut: RequestListener = (_, response) => {
      response.writeHead(200, json);
      response.write("{", () => response.destroy());
    };
    expect(await failure(cut)).toMatch(/cannot be fetched: the transfer broke off\. Nothing was changed\./);
  });

  test("a packed answer that nobody asked for cannot be known to be whole", async () => {
    const packed = gzipSync('{"openapi":"3.0.3"}').subarray(0, 15);
    const cut: RequestListener = (_, response) =>
      response.writeHead(200, { ...json, "content-encoding": "gzip", "content-length": packed.length }).end(packed);
    const server = await start(cut);
    expect(await download(server.url)).toMatchObject({ isWhole: false });
    expect(server.requests[0]?.headers["accept-encoding"]).toBe("identity");
  });

  test("a length above the cap, before a byte is read", async () => {
    const huge: RequestListener = (_, response) => {
      response.writeHead(200, { ...json, "content-length": String(10 ** 12) });
      response.write("{");
    };
    expect(await failure(huge)).toBe('SpecRefusal: /: "http://HOST/spec.json" answers more than 104857600 bytes.');
  });

  test("an endless answer stops at the cap, and its connection is closed", async () => {
    let closed = false;
    const endless: RequestListener = (_, response) => {
      response.writeHead(200, json);
      const chunk = "x".repeat(10_000);
      const go = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", go).on("close", () => {
        closed = true;
      });
      go();
    };
    expect(await failure(endless, { maxBytes: 100_000 })).toBe(
      'SpecRefusal: /: "http://HOST/spec.json" answers more than 100000 bytes.',
    );
    await expect.poll(() => closed).toBe(true);
  });

  test("a small answer that inflates above the cap", async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    const send: RequestListener = (_, response) =>
      response.writeHead(200, { ...json, "content-encoding": "gzip", "content-length": bomb.length }).end(bomb);
    expect(await failure(send, { maxBytes: 1_000_000 })).toContain("answers more than 1000000 bytes.");
  });

  test("a server that never answers", async () => {
    expect(await failure(() => {}, { timeoutMs: 50 })).toBe(
      "PullError: http://HOST/spec.json took longer than 0.05 s. Nothing was changed. Try again, with --timeout SECONDS where the line is slow.",
    );
  });

  test("a body that drips", async () => {
    const drip: RequestListener = (_, response) => {
      response.writeHead(200, json);
      const timer = setInterval(() => response.write(" "), 5);
      response.on("close", () => clearInterval(timer));
    };
    expect(await failure(drip, { timeoutMs: 60 })).toContain("took longer than 0.06 s.");
  });

  test("a connection that is refused, as offline", async () => {
    const { url, close } = await localServer(() => {});
    await close();
    await expect(download(url)).rejects.toThrow(
      /cannot be fetched: the connection was refused\. Nothing was changed\. Check the network .* --from FILE\./,
    );
  });
});

describe("redirects", () => {
  const target: RequestListener = (_, response) => response.writeHead(200, json).end("{}");

  test("are followed on the same host", async () => {
    const server = await start((request, response) =>
      request.url === "/new" ? target(request, response) : response.writeHead(302, { location: "/new" }).end(),
    );
    expect(await download(`${server.url}/old`)).toMatchObject({ bytes: Buffer.from("{}") });
    expect(server.requests.map(({ url }) => url)).toEqual(["/old", "/new"]);
  });

  test("are followed to another host only where it is named", async () => {
    const other = await start(target);
    const redirect: RequestListener = (_, response) =>
      response.writeHead(307, { location: `${other.url}/spec.json?token=secret` }).end();
    expect(await failure(redirect)).toBe(
      "PullError: http://HOST/spec.json redirects to HOST, another host. Nothing was changed. If you trust it, run again with --allow-redirect HOST.",
    );
    expect(other.requests).toEqual([]);
    const server = await start(redirect);
    const allowed = await download(server.url.replace("//", "//user:secret@"), {
      allowRedirects: [new URL(other.url).host],
    });
    expect(allowed).toMatchObject({ bytes: Buffer.from("{}") });
    expect(other.requests[0]?.headers.authorization).toBeUndefined();
  });

  test("end after five", async () => {
    const loop: RequestListener = (_, response) => response.writeHead(301, { location: "/again" }).end();
    expect(await failure(loop)).toContain("redirects more than 5 times");
    expect(servers[0]?.requests).toHaveLength(6);
  });

  test("that lead nowhere are said to", async () => {
    expect(await failure((_, response) => response.writeHead(302).end())).toContain(
      "redirects to no address that can be followed",
    );
  });
});

test.each([
  ["http://specs.example.com/beta.json", "is not encrypted"],
  ["ftp://specs.example.com/beta.json", "is no https address"],
  ["https://", "is no https address"],
])("%s is not fetched: it %s", async (address, reason) => {
  await expect(download(address)).rejects.toThrow(reason);
});
