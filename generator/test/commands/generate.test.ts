import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const repository = path.resolve(import.meta.dirname, "../../..");
const folder = mkdtempSync(path.join(tmpdir(), "sailkit-generate-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const SPEC = `openapi: 3.0.3
info: { title: Tiny, version: "1" }
paths:
  /things/{id}:
    get:
      operationId: getThing
      parameters: [{ name: id, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: A thing.
          content: { application/json: { schema: { type: object, properties: { name: { type: string } } } } }
`;

function sailkit(args: string[], env: NodeJS.ProcessEnv = {}) {
  const cli = path.join(repository, "generator/bin/sailkit.ts");
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, CI: "true", ...env },
  });
  return { status, stdout, stderr };
}

/** Every file below a folder with its text. */
function tree(root: string): Record<string, string> {
  const files = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(paths.map((file) => [path.relative(root, file), readFileSync(file, "utf8")]));
}

describe("a stand-alone package", () => {
  const out = path.join(folder, "tiny");
  beforeAll(() => {
    writeFileSync(path.join(folder, "tiny.yaml"), SPEC);
    expect(sailkit(["generate", "--spec", "tiny.yaml", "--out", "tiny"])).toMatchObject({ status: 0 });
  });

  test("holds all it needs and type-checks under strict", () => {
    expect(Object.keys(tree(out))).toEqual(
      expect.arrayContaining([
        "README.md",
        "package.json",
        "sailkit.lock.json",
        "src/client.ts",
        "src/index.ts",
        "tsconfig.json",
      ]),
    );
    const exact = expect.stringMatching(/^\d+\.\d+\.\d+$/);
    expect(JSON.parse(tree(out)["package.json"] ?? "")).toMatchObject({
      dependencies: { "openapi-fetch": exact },
      devDependencies: { typescript: exact },
    });
    mkdirSync(path.join(out, "node_modules"), { recursive: true });
    const fetchClient = createRequire(path.join(repository, "packages/beta-client/package.json")).resolve(
      "openapi-fetch",
    );
    symlinkSync(path.resolve(fetchClient, "../.."), path.join(out, "node_modules/openapi-fetch"), "junction");
    const tsc = path.join(repository, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", out, "--noEmit"], { encoding: "utf8" });
    expect({ status, stdout }).toEqual({ status: 0, stdout: "" });
  });

  test("starts no JVM and writes nothing while nothing changes", () => {
    const before = tree(path.join(out, "src"));
    const run = sailkit(["generate", "--spec", "tiny.yaml", "--out", "tiny"], {
      SAILKIT_JAVA: path.join(folder, "no-java"),
    });
    expect(run).toMatchObject({ status: 0, stderr: expect.stringContaining("nothing changed") });
    expect(tree(path.join(out, "src"))).toEqual(before);
  });

  test("is the same, byte for byte, in another folder, locale and time zone, with keys in another order", () => {
    const [head = "", ...rest] = SPEC.split("info:");
    const shuffled = `${rest.join("info:").replace(/^.*\n/, "")}info: { version: "1", title: Tiny }\n${head}`;
    mkdirSync(path.join(folder, "elsewhere"));
    writeFileSync(path.join(folder, "elsewhere/tiny.yaml"), shuffled);
    const env = { TZ: "Pacific/Kiritimati", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" };
    expect(sailkit(["generate", "--spec", "elsewhere/tiny.yaml", "--out", "elsewhere/out"], env)).toMatchObject({
      status: 0,
    });
    const other = tree(path.join(folder, "elsewhere/out"));
    const { "sailkit.lock.json": lock = "", ...files } = tree(out);
    const own = Object.fromEntries(Object.entries(files).filter(([file]) => !file.startsWith("node_modules")));
    const { "sailkit.lock.json": otherLock = "", ...otherFiles } = other;
    expect(otherFiles).toEqual(own);
    // The spec's bytes differ, and so does their hash; nothing else may.
    const withoutSpec = (text: string) => ({ ...JSON.parse(text), inputs: { ...JSON.parse(text).inputs, spec: null } });
    expect(withoutSpec(otherLock)).toEqual(withoutSpec(lock));
  });

  test.each([
    ["a generated file", (root: string) => path.join(root, "src/generated/models.ts")],
    ["a file that is not generated any more", (root: string) => path.join(root, "src/generated/old.ts")],
  ])("--check names %s that differs, and changes nothing", (_, file) => {
    const copy = path.join(folder, `drift-${path.basename(file(""))}`);
    cpSync(out, copy, { recursive: true, filter: (source) => !source.includes("node_modules") });
    writeFileSync(file(copy), "export type Drift = 1;\n");
    const before = tree(copy);
    const run = sailkit(["generate", "--check", "--spec", "tiny.yaml", "--out", copy]);
    expect(run.status).toBe(1);
    expect(run.stderr).toContain(path.relative(copy, file(copy)));
    expect(tree(copy)).toEqual(before);
    expect(sailkit(["generate", "--spec", "tiny.yaml", "--out", copy]).status).toBe(0);
    expect(sailkit(["generate", "--check", "--spec", "tiny.yaml", "--out", copy]).status).toBe(0);
    expect(existsSync(path.join(copy, "src/generated/old.ts"))).toBe(false);
  });

  test("--check sees an edited spec", () => {
    writeFileSync(path.join(folder, "edited.yaml"), SPEC);
    sailkit(["generate", "--spec", "edited.yaml", "--out", "edited"]);
    writeFileSync(path.join(folder, "edited.yaml"), SPEC.replace("getThing", "readThing"));
    const run = sailkit(["generate", "--check", "--spec", "edited.yaml", "--out", "edited", "--json"]);
    expect(run.status).toBe(1);
    const result = run.stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
      .at(-1);
    expect(JSON.stringify(result)).toContain("src/generated/operations/default.ts");
  });

  test("after a change is what a fresh one would be, whatever was taken over", () => {
    const cats = "/cats:\n    get: { tags: [Cats], responses: { '200': { description: Cats. } } }\n  /things/{id}:";
    writeFileSync(path.join(folder, "changed.yaml"), SPEC);
    for (const out of ["changed", "changed", "fresh"]) {
      expect(sailkit(["generate", "--spec", "changed.yaml", "--out", out])).toMatchObject({ status: 0 });
      writeFileSync(path.join(folder, "changed.yaml"), SPEC.replace("/things/{id}:", cats));
    }
    expect(tree(path.join(folder, "changed"))).toEqual(tree(path.join(folder, "fresh")));
  });
});

test("a refused spec ends with code 2, a pointer, and no file written", () => {
  writeFileSync(
    path.join(folder, "broken.yaml"),
    SPEC.replace("schema: { type: string }", "schema: { $ref: '#/components/schemas/Gone' }"),
  );
  const run = sailkit(["generate", "--spec", "broken.yaml", "--out", "broken"]);
  expect(run.status).toBe(2);
  expect(run.stderr).toContain("/paths/~1things~1{id}/get/parameters/0/schema");
  expect(existsSync(path.join(folder, "broken"))).toBe(false);
});

test("a missing spec and a missing --out say what to do", () => {
  expect(sailkit(["generate", "--spec", "nowhere.yaml", "--out", "x"])).toMatchObject({
    status: 2,
    stderr: expect.stringContaining("nowhere.yaml"),
  });
  expect(sailkit(["generate", "--spec", "tiny.yaml"])).toMatchObject({
    status: 1,
    stderr: expect.stringContaining("--out"),
  });
});

test("without Java, generating says how to get it, and leaves what is there", () => {
  writeFileSync(path.join(folder, "java.yaml"), SPEC);
  const run = sailkit(["generate", "--spec", "java.yaml", "--out", "java"], {
    SAILKIT_JAVA: path.join(folder, "no-java"),
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain("SAILKIT_JAVA");
  expect(existsSync(path.join(folder, "java"))).toBe(false);
});

test("a run killed at any moment leaves the old package or the new one", async () => {
  const cli = path.join(repository, "generator/bin/sailkit.ts");
  const out = path.join(folder, "killed");
  const specs = [SPEC, SPEC.replaceAll("things", "items")];
  const trees: Record<string, string>[] = [];
  for (const spec of specs) {
    writeFileSync(path.join(folder, "killed.yaml"), spec);
    expect(sailkit(["generate", "--spec", "killed.yaml", "--out", "killed"]).status).toBe(0);
    trees.push(tree(out));
  }
  for (let round = 0; round < 6; round += 1) {
    writeFileSync(path.join(folder, "killed.yaml"), specs[round % 2] as string);
    const child = spawn(process.execPath, [cli, "generate", "--spec", "killed.yaml", "--out", "killed", "--quiet"], {
      cwd: folder,
    });
    const exit = once(child, "exit");
    await Promise.race([exit, delay(200 + round * 250)]);
    child.kill("SIGKILL");
    await exit;
    const left = Object.fromEntries(Object.entries(tree(out)).filter(([file]) => !file.startsWith(".sailkit")));
    expect(trees).toContainEqual(left);
  }
}, 60_000);
