import { readdirSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ensureArchive } from "../../src/java/ensure-archive.ts";
import { ensureJar } from "../../src/java/ensure-jar.ts";
import { findJava } from "../../src/java/find-java.ts";
import { fakeJava } from "./fake-java.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const [java, jar] = await Promise.all([findJava(), ensureJar()]);

describe("ensureArchive", { timeout: 60_000 }, () => {
  it.skipIf(java.major < 13)("makes one archive, even when asked twice at once, and then keeps it", async () => {
    const cache = temporaryFolder();
    const env = { SAILKIT_CACHE_DIR: cache };
    const made = await Promise.all([ensureArchive(java, jar, { env }), ensureArchive(java, jar, { env })]);
    // Whoever comes second does not wait.
    const [file] = made.filter((name) => name !== undefined);
    expect(readdirSync(cache).map((name) => `${cache}/${name}`)).toEqual([file]);
    const { mtimeMs, size } = statSync(String(file));
    expect(size).toBeGreaterThan(5_000_000);
    expect(await ensureArchive(java, jar, { env })).toBe(file);
    expect(statSync(String(file)).mtimeMs).toBe(mtimeMs);
  });

  it("goes without when making one fails, and notes why", async () => {
    const cache = temporaryFolder();
    const { command } = fakeJava(temporaryFolder(), "fails", "echo no classes here >&2; exit 3");
    const broken = { ...java, command, major: 17 };
    expect(await ensureArchive(broken, jar, { env: { SAILKIT_CACHE_DIR: cache } })).toBeUndefined();
    const notes = readdirSync(cache);
    if (process.platform !== "win32") {
      expect(notes).toEqual([expect.stringMatching(/\.jsa\.failed$/)]);
      expect(readFileSync(`${cache}/${notes[0]}`, "utf8")).toBe("exit code 3\nno classes here\n");
    }
  });

  it("goes without on a Java that cannot make one", async () => {
    const cache = temporaryFolder();
    expect(await ensureArchive({ ...java, major: 11 }, jar, { env: { SAILKIT_CACHE_DIR: cache } })).toBeUndefined();
    expect(readdirSync(cache)).toEqual([]);
  });
});
