import { once } from "node:events";
import { createServer } from "node:http";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { announceRelease } from "../src/announce-release.ts";
import { changelogSection } from "../src/changelog-section.ts";
import { packPackage } from "../src/pack-package.ts";
import type { PublishedPackage } from "../src/published-package.ts";
import { type MadeRepository, madeRepository } from "./made-package.ts";

let made: MadeRepository;

beforeEach(() => {
  made = madeRepository();
});

afterEach(() => made.remove());

/** What comes of announcing to a server that answers so, and what it was sent. */
async function announce(status: number, answer: object) {
  const sent: { url: string | undefined; authorization: string | undefined; body: unknown }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    sent.push({ url: request.url, authorization: request.headers.authorization, body: JSON.parse(body) });
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(answer));
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  try {
    const client = made.packages[0] as PublishedPackage;
    const tarball = await packPackage(client, {
      root: made.root,
      out: path.join(made.root, "out"),
      versions: made.versions,
    });
    const to = { api: `http://127.0.0.1:${port}`, repository: "sailkit/sailkit", commit: "c0ffee", token: "secret" };
    const outcome = await announceRelease(tarball, to).catch((error: Error) => error.message);
    return { outcome, sent };
  } finally {
    server.closeAllConnections();
    server.close();
  }
}

test("a release has the section of the changelog", async () => {
  expect(await announce(201, {})).toEqual({
    outcome: "made",
    sent: [
      {
        url: "/repos/sailkit/sailkit/releases",
        authorization: "Bearer secret",
        body: {
          tag_name: "@sailkit/b-client@1.0.0",
          target_commitish: "c0ffee",
          name: "@sailkit/b-client@1.0.0",
          body: "### Minor Changes\n\n- First.",
        },
      },
    ],
  });
});

test("a release that is there is left as it is", async () => {
  expect(await announce(422, { errors: [{ code: "already_exists" }] })).toMatchObject({ outcome: "there" });
});

test("a refusal says that the package is published all the same", async () => {
  const { outcome } = await announce(403, { message: "Resource not accessible" });
  expect(outcome).toBe(
    "GitHub did not make the release @sailkit/b-client@1.0.0: status 403, Resource not accessible. The package is published; run `pnpm release announce` again once that is mended.",
  );
});

test("a version that the changelog does not know has no section", () => {
  expect(changelogSection("# x\n\n## 1.0.0\n\n- One.\n", "1.0")).toBe("");
});
