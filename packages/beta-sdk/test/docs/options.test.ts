import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { stripTypeScriptTypes } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import * as client from "@sailkit/beta-client";
import { describe, expect, test, vi } from "vitest";
import * as api from "../../src/index.ts";
import { systemClock } from "../../src/time/system-clock.ts";
import { json, tokenAnswer } from "../support/fake-server.ts";
import { task } from "../support/task.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const source = here("../../src");

/** The interfaces whose members are options, by file. */
const files = [
  "auth/auth.ts",
  "beta-sdk-options.ts",
  "call/call-settings.ts",
  "config/resolve-base-url.ts",
  "observe/redactor.ts",
  "paginate/list-options.ts",
  "paginate/paginate-options.ts",
  "retry/retry-options.ts",
  "tasks/wait-options.ts",
];

const options = await Promise.all(
  files.map(async (file) => {
    const text = await readFile(join(source, file), "utf8");
    const members = text.matchAll(/\/\*\*((?:(?!\*\/)[\s\S])*)\*\/\s*readonly (\w+)\?: ([^;]*);/g);
    return [...members]
      .map(([, doc = "", name = "", type = ""]) => ({ file, name, type, doc }))
      .filter(({ name }) => name !== "rejected");
  }),
).then((all) => all.flat());

/** Every example in the sources. */
const examples = (
  await Promise.all(
    (
      await readdir(source, { recursive: true })
    )
      .filter((file) => file.endsWith(".ts"))
      .map(async (file) => {
        const text = await readFile(join(source, file), "utf8");
        return [...text.matchAll(/@example\n((?: *\*(?! @|\/).*\n)+)/g)].map(([, code = ""]) => ({
          file,
          code: code.replace(/^ *\* ?/gm, ""),
        }));
      }),
  )
).flat();

/** Examples of types are objects, the others programs. */
const isObject = (code: string) => code.trimStart().startsWith("{");

describe("what an option says of itself", () => {
  test("there are options and examples to look at", () => {
    expect(options.length).toBeGreaterThan(40);
    expect(examples.length).toBeGreaterThan(50);
  });

  test.each(options)("$name in $file has a default, a unit where it is a number, and an example", ({ type, doc }) => {
    expect(doc).toContain("@default");
    expect(doc).toContain("@example");
    if (/^number\b/.test(type))
      expect(doc).toMatch(/[Mm]illiseconds|\bseconds|[Ii]tems|[Pp]ages|[Bb]ytes|[Rr]equests|Sendings|numbers/);
  });
});

const declarations = `
import * as client from "@sailkit/beta-client";
import { getPendingTasks, getTaskStatus, getTaskStatusList, type TaskStatus } from "@sailkit/beta-client";
import { BetaSdk, type BetaSdkOptions, type Clock, isApiError, optionsFromEnv, type Page, patch, pointer, spanAttributes, type TokenStore } from "@sailkit/beta-sdk";
declare const options: BetaSdkOptions, sdk: BetaSdk, id: string, other: string, clientId: string, clientSecret: string, store: TokenStore, clock: Clock;
declare const auth: { clientId: string; clientSecret: string }, controller: AbortController, page: Page<TaskStatus>;
declare const vault: { read(name: string): Promise<string> }, metrics: { count(...what: unknown[]): void }, sandbox: { fetch(request: Request): Promise<Response> };
interface Span { setAttributes(some: object): Span; end(): void }
declare const SpanKind: { CLIENT: number }, tracer: { startSpan(name: string, some: object): Span };
`;

test("every example compiles, on its own", async () => {
  const folder = await mkdtemp(join(tmpdir(), "sailkit-examples-"));
  try {
    for (const [at, { code }] of examples.entries()) {
      const expression = isObject(code) ? `void (${code.trim()});` : `{\n${code}\n}`;
      await writeFile(join(folder, `example-${at}.mts`), `${declarations}\n${expression}\nexport {};\n`);
    }
    const config = {
      extends: here("../../tsconfig.test.json"),
      compilerOptions: { types: [], noUnusedLocals: false, rootDir: null },
      include: ["*.mts"],
    };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = here("../../node_modules/typescript/bin/tsc");
    const { stdout } = await promisify(execFile)(process.execPath, [tsc, "-p", folder]).catch((error) => error);
    expect(stdout).toBe("");
  } finally {
    await rm(folder, { recursive: true });
  }
}, 60_000);

const fetch = async ({ url, method }: Request) => {
  if (url.includes("/oauth/")) return tokenAnswer("token-of-examples");
  if (method === "HEAD") return new Response(null, { status: 204 });
  return json(/task-status(\/pending-tasks)?\?/.test(url) ? [task("a")] : task("a"), {
    headers: { "x-total-count": "1" },
  });
};

test.each(examples)("$file: an example runs: $code", async ({ code }) => {
  const program = isObject(code) ? `(${code.trim()})` : `{ ${code} }`;
  for (const name of ["BASE_URL", "CLIENT_ID", "CLIENT_SECRET"])
    vi.stubEnv(`SAIL_${name}`, name === "BASE_URL" ? "https://acme.api.identitynow.com" : "value");
  vi.stubGlobal("fetch", fetch);
  vi.stubGlobal("console", { debug() {}, info() {}, log() {}, warn() {}, error() {} });
  const given = { tenant: "acme", auth: "token-of-examples", fetch };
  const sdk = new api.BetaSdk(given);
  const span = { setAttributes: () => span, end() {} };
  const names = {
    ...client,
    ...api,
    options: given,
    sdk,
    id: "a",
    other: "b",
    clientId: "id",
    clientSecret: "secret",
    auth: { clientId: "id", clientSecret: "secret" },
    store: { get: () => undefined, set() {} },
    clock: systemClock,
    controller: new AbortController(),
    page: { nextOffset: 1 },
    vault: { read: async () => "token" },
    metrics: { count() {} },
    sandbox: { fetch },
    SpanKind: { CLIENT: 2 },
    tracer: { startSpan: () => span },
  };
  const run = Object.getPrototypeOf(async () => {}).constructor;
  await run(...Object.keys(names), stripTypeScriptTypes(program))(...Object.values(names));
  vi.unstubAllGlobals();
  vi.unstubAllEnvs();
});
