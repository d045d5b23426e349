import { realpathSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { findJava } from "../../src/java/find-java.ts";
import { JavaMissing } from "../../src/java/java-missing.ts";
import { fakeJava } from "./fake-java.ts";
import { temporaryFolder } from "./temporary-folder.ts";

describe("findJava", () => {
  it("reads the version from the release file without starting Java", async () => {
    const { home, command } = fakeJava(temporaryFolder(), "21.0.4");
    expect(await findJava({ JAVA_HOME: home, PATH: "" })).toEqual({
      command,
      major: 21,
      version: "21.0.4",
      source: "JAVA_HOME",
    });
  });

  it.each(["home", "command"] as const)("takes SAILKIT_JAVA as a %s", async (kind) => {
    const fake = fakeJava(temporaryFolder(), "17.0.1");
    const found = await findJava({ SAILKIT_JAVA: fake[kind], PATH: "" });
    expect([found.command, found.source]).toEqual([fake.command, "SAILKIT_JAVA"]);
  });

  it("goes on to PATH when JAVA_HOME is too old", async () => {
    const folder = temporaryFolder();
    const [old, good] = [fakeJava(folder, "1.8.0_402"), fakeJava(folder, "11.0.2")];
    const path_ = [path.join(folder, "nowhere"), path.dirname(good.command)].join(path.delimiter);
    const found = await findJava({ JAVA_HOME: old.home, PATH: path_ });
    expect([found.command, found.major, found.source]).toEqual([good.command, 11, "PATH"]);
  });

  it.skipIf(process.platform === "win32")("asks a shim that has no release file", async () => {
    const shim = fakeJava(temporaryFolder(), "shim", "echo 'openjdk version \"25-ea\" 2025-09-16' >&2");
    expect(await findJava({ PATH: path.dirname(shim.command) })).toMatchObject({ major: 25, version: "25-ea" });
  });

  it("finds the Java of this machine", async () => {
    const found = await findJava();
    expect(found.major).toBeGreaterThanOrEqual(11);
    expect(realpathSync(found.command)).toMatch(/java(\.exe)?$/);
  });

  it("names three ways out when PATH is empty", async () => {
    const error = await findJava({ PATH: "" }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(JavaMissing);
    expect(String(error)).toMatch(
      /Java 11 or newer .* none was found:\n {2}- JAVA_HOME is not set\n {2}- PATH has no `java`\nThree ways out:\n {2}1\. Install.*\n {2}2\. .*SAILKIT_JAVA.*\n {2}3\. .*committed/,
    );
  });

  it("says which Java is too old", async () => {
    const old = fakeJava(temporaryFolder(), "1.8.0_402");
    const env = { JAVA_HOME: path.join(old.home, "no"), PATH: path.dirname(old.command) };
    await expect(findJava(env)).rejects.toMatchObject({
      name: "JavaMissing",
      attempts: [
        { source: "JAVA_HOME", found: `is ${env.JAVA_HOME}, where there is no \`java\`` },
        { source: "PATH", found: `leads to Java 8 (${old.command})` },
      ],
    });
  });

  it("tries nothing else when SAILKIT_JAVA is wrong", async () => {
    const folder = temporaryFolder();
    const good = fakeJava(folder, "21.0.4");
    const env = { SAILKIT_JAVA: path.join(folder, "typo"), JAVA_HOME: good.home, PATH: "" };
    await expect(findJava(env)).rejects.toMatchObject({
      attempts: [{ source: "SAILKIT_JAVA", found: `is ${env.SAILKIT_JAVA}, where there is no \`java\`` }],
    });
  });

  it.each([
    ["darwin", "brew install"],
    ["win32", "winget install"],
    ["linux", "apt-get install"],
    ["freebsd", "any JDK or JRE"],
  ] as const)("suggests how to install on %s", (platform, command) => {
    expect(new JavaMissing([], 11, platform).message).toContain(command);
  });
});
